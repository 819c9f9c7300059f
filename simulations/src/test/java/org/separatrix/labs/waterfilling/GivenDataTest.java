package org.separatrix.labs.waterfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.labs.Observed.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Status;

/** What is given and cannot be is refused in one sentence; what is small is no error. */
class GivenDataTest {
    private static final String GAINS = "\"G\": [[[1, 1], [0.5, 0.5]], [[0.2, 0.3], [1, 0.8]]]";

    private final WaterFillingLaboratory laboratory = new WaterFillingLaboratory();

    @TempDir
    private Path folder;

    private Experiment open(String json) throws IOException {
        DataFile given = DataFile.read(Files.writeString(folder.resolve("given.json"), json), laboratory);
        Settings settings = laboratory.fit(laboratory.standard().withTexts(given.settings()), given.data());
        return laboratory.open(settings, given.data(), Compute.AUTO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'pmax': [[0.5, 0.4], [9, 9]] | mask infeasible for user 0: sum of caps 0.9 < budget 2.0,"
                        + " allow at least the budget",
                "'pmax': [[-1, 4], [9, 9]] | pmax[0, 0] is -1.0: a cap must be 0 or more",
                "'P': [1, 0] | P[1] is 0.0: a budget must be above 0, a user is left out by the parameter away",
                "'P': [-2, 1] | P[0] is -2.0: a budget must be above 0, a user is left out by the parameter away",
                "'sigma2': [[1, 0], [1, 1]] | sigma2[0, 1] is 0.0: a noise power must be a finite number above 0",
                "'sigma2': [[1, 1, 1], [1, 1, 1]] | sigma2 has the shape 2 x 3, expected 2 x 2",
                "'p0': [[3, 0], [1, 1]] | p0 of user 0 adds up to 3.0: it must spend the budget 2.0",
                "'p0': [[3, -1], [1, 1]] | p0[0, 1] is -1.0: it must be between 0 and Infinity, the most allowed on this"
                        + " tone",
                "'updates': [[1, 0]] | updates and delays go together: T x K and T x K x K",
                "'updates': [[1, 0]], 'delays': [[[0, 0], [99, 0]]] | delays holds 99.0: a delay is a whole number of"
                        + " ticks from 0 to 32",
                "'xi': [[1, 0]] | xi has the shape 1 x 2, expected T x 2 x 2"
            })
    void whatCannotBeIsNamed(String entry, String sentence) {
        assertThatThrownBy(() -> open("{" + GAINS + ", " + entry.replace('\'', '"') + "}"))
                .isInstanceOf(InvalidData.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[0, 0], [1, 1]], [[1, 1], [1, 1]]] | user 0 has no usable tone: its own gain G is 0 on every tone,"
                        + " it must be above 0 on one at least",
                "[[[1, 1], [-1, 1]], [[1, 1], [1, 1]]] | G[0, 1, 0] is -1.0: a gain must be a finite number, 0 or more",
                "[[[1, 1], [1, NaN]], [[1, 1], [1, 1]]] | G[0, 1, 1] is NaN: every value must be finite",
                "[[[1, 1]], [[1, 1]]] | G has the shape 2 x 1 x 2, expected K x K x N",
                "[[1, 1], [1, 1]] | G has the shape 2 x 2, expected K x K x N"
            })
    void gainsThatCannotBeAreNamed(String gains, String sentence) {
        assertThatThrownBy(() -> open("{\"G\": " + gains + "}"))
                .isInstanceOf(InvalidData.class)
                .hasMessage(sentence);
    }

    @Test
    void powerWhereAUserHearsNothingIsRefusedByItsGain() {
        assertThatThrownBy(
                        () -> open("{\"G\": [[[0, 1], [5, 0.1]], [[0.2, 0.3], [1, 0.8]]], \"p0\": [[1, 1], [1, 1]]}"))
                .isInstanceOf(InvalidData.class)
                .hasMessage(
                        "G[0, 0, 0] is 0, so that user 0 hears nothing on tone 0: p0[0, 0] must be 0 there, not 1.0");
    }

    @Test
    void aToneThatOneUserCannotUseStaysEmpty() throws IOException {
        try (Experiment experiment = open("{\"G\": [[[0, 1], [5, 0.1]], [[0.2, 0.3], [1, 0.8]]]}")) {
            for (int i = 0; i < 100 && !experiment.status().over(); i++) experiment.advance();
            assertThat(experiment.status()).isInstanceOf(Status.Converged.class);
            var view = View.of(laboratory.standard().with("users", "2").with("tones", "2"));
            double[] powers = observe(experiment)
                    .get(view.allocation().orElseThrow())
                    .orElseThrow()
                    .value();
            assertThat(powers[0]).isZero();
            assertThat(powers[1]).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 8 | one user hears nobody: its first response is the best there is",
                "3 | 1 | on one tone there is nothing to choose: every user puts all its power there",
                "1 | 1 | one user hears nobody: its first response is the best there is"
            })
    void oneUserAndOneToneAreGamesThatEndAtOnce(String users, String tones, String sentence) {
        Settings settings = laboratory.standard().withTexts(Map.of("users", users, "tones", tones));
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            observe(experiment);
            for (int i = 0; i < 2 && !experiment.status().over(); i++) experiment.advance();
            observe(experiment);
            assertThat(experiment.status()).isEqualTo(new Status.Converged(sentence));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"power=0", "power=-1", "users=0", "tones=0", "cap=0.5", "lambda=0", "q=0", "alpha=-1"})
    void aSettingBeyondItsDomainIsRefused(String assignment) {
        String[] parts = assignment.split("=");
        assertThatThrownBy(() -> laboratory.standard().with(parts[0], parts[1]))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(assignment);
    }

    @Test
    void aRunThatACaseDoesNotHoldIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), "{" + GAINS + ", \"runs\": [{}, {}]}");
        assertThatThrownBy(() -> DataFile.read(Path.of(file + "#2"), laboratory))
                .hasMessageEndingWith("case.json: holds 2 runs, counted from 0, and none is 2");
    }

    @Test
    void anOrderOfItsOwnIsRefused() {
        assertThatThrownBy(() -> open("{\"format\": \"water-filling-case/1\", " + GAINS + ", \"order\": [2, 0, 1]}"))
                .isInstanceOf(InvalidData.class)
                .hasMessage("order is [2, 0, 1]: users respond by number or in reversed order");
    }
}

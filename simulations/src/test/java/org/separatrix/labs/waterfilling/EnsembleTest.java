package org.separatrix.labs.waterfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.Reference;

/** How many of a hundred random channels, and how soon, come to an equilibrium: four users on sixteen tones. */
class EnsembleTest {
    private static final int CHANNELS = 100;
    private static final int NEVER = -1;

    @ParameterizedTest
    @CsvSource({
        "sequential, 1, 0.1, 100, 10",
        "sequential, 1, 0.3, 93, 19",
        "sequential, 1, 1, 60, 26",
        "simultaneous, 1, 0.1, 91, 26",
        "simultaneous, 1, 0.3, 39, 57",
        "simultaneous, 1, 1, 3, 40",
        "simultaneous, 0.5, 0.1, 100, 42",
        "simultaneous, 0.5, 0.3, 94, 66",
        "simultaneous, 0.5, 1, 65, 110"
    })
    void asManyConvergeAsInTheReference(String update, String lambda, String alpha, int converged, double median) {
        List<Integer> iterations = new ArrayList<>();
        for (int seed = 0; seed < CHANNELS; seed++)
            iterations.add(iterations(seed, 500, Map.of("update", update, "lambda", lambda, "alpha", alpha)));
        iterations.removeIf(it -> it == NEVER);
        assertThat(iterations.size()).isCloseTo(converged, within(3));
        // A handful of channels has no median worth comparing.
        if (converged > 10) assertThat(median(iterations)).isCloseTo(median, within(0.15 * median));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 95", "0.3, 91", "1, 63"})
    void newsOfRandomAgeCuresTheCycle(String alpha, int converged) {
        int found = 0;
        for (int seed = 0; seed < CHANNELS; seed++) {
            Map<String, String> schedule = Map.of(
                    "update",
                    "asynchronous",
                    "q",
                    "1",
                    "d",
                    "1",
                    "schedule_seed",
                    "" + (1_000_000 + seed),
                    "alpha",
                    alpha);
            if (iterations(seed, 800, schedule) != NEVER) found++;
        }
        assertThat(found).isCloseTo(converged, within(3));
    }

    private static int iterations(int seed, int most, Map<String, String> texts) {
        Settings settings = new WaterFillingLaboratory()
                .standard()
                .withTexts(texts)
                .with("users", "4")
                .with("tones", "16")
                .with("seed", "" + seed);
        World world = new World(settings, Data.NONE);
        Game game = world.game(settings);
        var dynamics =
                new Dynamics(settings, Data.NONE, game, world.start(settings, game, Reference.ALONE), Reference.ALONE);
        for (int t = 0; t <= most; t++) {
            if (dynamics.now().residual() < 1e-8) return t;
            dynamics.advance();
        }
        return NEVER;
    }

    private static double median(List<Integer> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2.0;
    }
}

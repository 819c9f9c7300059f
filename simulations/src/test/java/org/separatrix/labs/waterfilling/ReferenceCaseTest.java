package org.separatrix.labs.waterfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.fact;
import static org.separatrix.labs.Observed.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Field;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Status;
import org.separatrix.labs.waterfilling.theory.Reference;

/** Whole experiments on every run of the reference cases, given as a user gives them: {@code --data case.json#2}. */
class ReferenceCaseTest {
    private final WaterFillingLaboratory laboratory = new WaterFillingLaboratory();

    static Stream<Arguments> runs() {
        return Reference.ALL.stream().flatMap(name -> {
            JsonNode runs = Reference.read(name).json().get("runs");
            return IntStream.range(0, runs.size())
                    .mapToObj(i -> Arguments.argumentSet(
                            name + " " + i + " " + runs.get(i).get("kind").asText(), name, i));
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theRunIsReproduced(String name, int number) {
        Reference reference = Reference.read(name);
        JsonNode run = reference.json().get("runs").get(number);
        DataFile given = DataFile.read(reference.run(number), laboratory);
        Settings settings = laboratory.fit(laboratory.standard().withTexts(given.settings()), given.data());
        double most = java.util.Arrays.stream(reference.game().budgets()).max().orElseThrow();
        int steps = run.get("p").size() - 1;
        assertThat(given.ignored()).doesNotContain("kind", "lambda", "p0", "schedule", "order", "T", "noise", "xi");
        int asynchronous = 0;
        int macroTick = 0;
        try (Experiment experiment = laboratory.open(settings, given.data(), Compute.AUTO)) {
            for (int t = 0; t <= steps; t++) {
                if (t > 0 && !(experiment.status() instanceof Status.Converged)) {
                    assertThat(experiment.status()).isEqualTo(Status.RUNNING);
                    experiment.advance();
                    asynchronous++;
                }
                Snapshot now = observe(experiment);
                assertThat(powers(now, settings, reference))
                        .as("powers after " + t)
                        .containsExactly(Reference.numbers(run.get("p").get(t)), within(1e-9 * most));
                assertThat(now.get(View.of(settings).residual()).orElseThrow().simulated()[0])
                        .as("residual after " + t)
                        .isCloseTo(run.get("residual").get(t).asDouble(), within(1e-9));
                double rate = run.get("sum_rate_bits").get(t).asDouble();
                assertThat(curves(now, "welfare").simulated()[0]).isCloseTo(rate, within(1e-9 * rate));
                while (run.has("macro_ticks")
                        && macroTick + 1 < run.get("macro_ticks").size()
                        && run.get("macro_ticks").get(macroTick + 1).asInt() <= asynchronous) macroTick++;
                if (run.has("macro_ticks"))
                    assertThat(fact(now, "macro_ticks").value()).isEqualTo(macroTick);
            }
            if (run.has("schedule") && !(experiment.status() instanceof Status.Converged))
                assertThat(experiment.status()).isEqualTo(Status.FINISHED);
        }
    }

    /** The powers, from the map of powers relative to equal power. */
    private static double[] powers(Snapshot snapshot, Settings settings, Reference reference) {
        Field.Values map =
                snapshot.get(View.of(settings).allocation().orElseThrow()).orElseThrow();
        double[] powers = map.value();
        double[] budgets = reference.game().budgets();
        return IntStream.range(0, powers.length)
                .mapToDouble(i -> powers[i] * budgets[i / reference.tones()] / reference.tones())
                .toArray();
    }

    @Test
    void theScheduleDrawnFromItsSeedIsThatOfTheReference() {
        for (String name : new String[] {"weak-rayleigh", "async-masked"}) {
            JsonNode json = Reference.read(name).json();
            Settings settings = laboratory
                    .standard()
                    .with("q", json.get("q").asText())
                    .with("d", json.get("d").asText())
                    .with("schedule_mode", json.get("schedule_mode").asText())
                    .with("schedule_seed", json.get("schedule_seed").asText());
            int users = json.get("K").asInt();
            Schedule schedule = new Schedule(settings, org.separatrix.lab.Data.NONE, users);
            for (JsonNode tick : json.get("runs").get(3).get("schedule")) {
                schedule.advance();
                int updating = 0;
                for (JsonNode user : tick.get("users")) {
                    assertThat(schedule.updates()[user.asInt()]).isTrue();
                    updating++;
                }
                int drawn = 0;
                for (boolean update : schedule.updates()) if (update) drawn++;
                assertThat(drawn).isEqualTo(updating);
                for (int k = 0; k < users; k++)
                    for (int j = 0; j < users; j++)
                        assertThat(schedule.delay(k, j))
                                .isEqualTo(tick.get("delay").get(k).get(j).asInt());
            }
        }
    }

    @Test
    void theWorldDrawnFromTheSeedOfTheReferenceIsItsWorld() {
        Settings settings = laboratory.settings(laboratory.preset("calm"));
        double[] noise =
                new World(settings, org.separatrix.lab.Data.NONE).game(settings).noise();
        double[] reference = Reference.read("weak-rayleigh").game().noise();
        for (int i = 0; i < noise.length; i++)
            assertThat(noise[i]).isCloseTo(reference[i], within(1e-11 * reference[i]));
    }
}

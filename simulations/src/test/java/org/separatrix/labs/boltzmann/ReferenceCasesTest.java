package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.boltzmann.Runs.LABORATORY;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;

/** Experiments from a given start, against recorded velocities. */
class ReferenceCasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tagged-order1-maxwell",
                "tagged-order1-hard",
                "tagged-order1-soft",
                "tagged-order2-maxwell",
                "tagged-order2-hard",
                "tagged-order2-soft",
                "gas-maxwell",
                "gas-hard",
                "gas-soft"
            })
    void aGivenStartFollowsItsReferenceCase(String name) {
        Path folder = Path.of("src/test/resources/boltzmann/cases").resolve(name);
        JsonNode expected = Reference.tree("cases/" + name + "/expected.json");
        DataFile file = DataFile.read(folder, LABORATORY);
        Settings settings = LABORATORY.fit(LABORATORY.standard().withTexts(file.settings()), file.data());
        try (Experiment experiment = LABORATORY.open(settings, file.data(), Compute.AUTO)) {
            for (int step = 0; step < expected.get("steps").asInt(); step++) experiment.advance();
            Snapshot end = observe(experiment);
            Cloud cloud = (Cloud) end.observables().stream()
                    .filter(observable -> observable.key().equals("particles"))
                    .findFirst()
                    .orElseThrow();
            double[] v = end.get(cloud).orElseThrow().points().getFirst();
            for (int i = 0; i < v.length; i++) {
                double known = expected.get("v").get(i / 3).get(i % 3).asDouble();
                assertThat(v[i]).isCloseTo(known, within(1e-10 * Math.max(1, Math.abs(known))));
            }
            assertThat(curves(end, "collisions").simulated()[0])
                    .isCloseTo(expected.get("collisions").asDouble(), within(1e-12));
        }
    }
}

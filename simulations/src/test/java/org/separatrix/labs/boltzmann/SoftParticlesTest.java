package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.fact;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.Trials.until;
import static org.separatrix.labs.boltzmann.Runs.after;
import static org.separatrix.labs.boltzmann.Runs.escaping;
import static org.separatrix.labs.boltzmann.Runs.open;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Snapshot;

/** Soft potentials: escape from the bulk, the clock ln ln t, collisions that freeze. */
class SoftParticlesTest {
    @Test
    void softCollisionsFollowTheirClock() {
        clock(50_000, 2);
    }

    @Tag("long")
    @Test
    void manySoftParticlesFollowTheirClockMoreClosely() {
        clock(200_000, 1);
    }

    private void clock(int particles, double sigmas) {
        double sigma = Math.sqrt(2) * sigmas * .007;
        try (Experiment experiment = open(escaping("" + particles, "-0.5", "5"))) {
            double[][] known = {{1e3, 6.298}, {1e6, 7.375}, {1e24, 9.395}, {1e48, 10.397}};
            for (double[] row : known) {
                until(experiment, row[0]);
                Snapshot now = observe(experiment);
                assertThat(now.time()).isCloseTo(row[0], within(1e-6 * row[0]));
                assertThat(curves(now, "collisions").simulated()[0]).isCloseTo(row[1], within(4 * sigma));
                if (row[0] == 1e6)
                    assertThat(curves(now, "exponents").simulated()[1] * Math.log(row[0]))
                            .isCloseTo(20.11, within(4 * sigmas * .05));
            }
            Snapshot end = observe(experiment);
            assertThat(fact(end, "pace").value()).isCloseTo(1 / Math.log(2), within(0.05));
            // The band of exponents, 1 to 2, is filled by the theory's law.
            Curves.Values exponents = curves(end, "exponents");
            for (int i = 0; i < 3; i++)
                assertThat(exponents.simulated()[i]).isCloseTo(exponents.theory()[i], within(0.03));
            assertThat(fact(end, "typical").value())
                    .isCloseTo(
                            fact(end, "typical_exact").value(),
                            within(5 * fact(end, "typical_error").value()));
            assertThat(fact(end, "front_exact").value()).isCloseTo(1.229, within(1e-3));
            assertThat(fact(end, "front").value()).isCloseTo(1.23, within(0.25));
        }
    }

    @Test
    void softerCollisionsFreeze() {
        Snapshot end = after(1e4, escaping("100000", "-1.5", "2"));
        assertThat(curves(end, "collisions").simulated()[0]).isCloseTo(2.489, within(4 * .009));
    }

    @Tag("long")
    @Test
    void softParticlesEscapeAtTheirRate() {
        try (Experiment experiment =
                open("particles", "32768", "gamma", "-0.5", "shear", "0.7", "method", "events", "dt", "10")) {
            until(experiment, 100);
            double early = curves(observe(experiment), "trapped").simulated()[0];
            until(experiment, 700);
            double late = curves(observe(experiment), "trapped").simulated()[0];
            assertThat(Math.log(early / late) / 600).isCloseTo(3.095e-3, within(0.05 * 3.095e-3));
        }
    }

    @Tag("long")
    @Test
    void softerCollisionsFreezeAtTheirNumber() {
        Snapshot end = after(1e4, escaping("2000000", "-1.5", "2"));
        assertThat(curves(end, "collisions").simulated()[0]).isCloseTo(2.489, within(4 * .002));
    }
}

package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.bars;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.event;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.labs.Trials;

/** Very deep networks: from which weights a signal comes through, and what that does to learning. */
class DepthTest {
    private static final Trials TRIALS = new Trials(new DeepLinearLaboratory(), Compute.AUTO);

    @Test
    void orthogonalNetworksLearnAtDepthThirtyTwoAndGaussianOnesDoNot() {
        Curves.Values loss = curves(TRIALS.shown("orthogonal"), "loss");
        assertThat(loss.simulated()[0]).isLessThan(1e-6);
        assertThat(loss.simulated()[1]).isBetween(0.1, 10.0);
    }

    @Test
    void learningTimeSaturatesFromOrthogonalWeightsAndGrowsFromGaussianOnes() {
        double orthogonal = 0;
        double gaussian = 0;
        for (int seed = 1; seed <= 5; seed++) {
            Settings deep = TRIALS.with("system", "learning-time", "depths", "8,64", "seed", Integer.toString(seed));
            Bars.Values steps = bars(TRIALS.after(deep, 42), "steps");
            orthogonal += steps.simulated()[0][1] / steps.simulated()[0][0] / 5;
            Settings rough = TRIALS.with(
                    "system", "learning-time", "depths", "8,32", "tolerance", "0.3", "seed", Integer.toString(seed));
            Bars.Values roughSteps = bars(TRIALS.after(rough, 42), "steps");
            gaussian += roughSteps.simulated()[2][1] / roughSteps.simulated()[2][0] / 5;
        }
        assertThat(orthogonal).isLessThan(2);
        assertThat(gaussian).isGreaterThan(5);
    }

    @Test
    void aTanhNetworkLearnsBestAboveTheEdgeOfChaos() {
        Snapshot learned = TRIALS.shown("tanh");
        assertThat(event(learned, "learned")).isLessThan(10);
        Snapshot faint = TRIALS.after(TRIALS.preset("tanh").with("gain", "0.8"), 10);
        assertThat(event(faint, "learned")).isNaN();
    }

    @Test
    void theMomentsOfTheTanhJacobianAreThoseOfInfiniteWidth() {
        double measured = 0;
        double theory = 0;
        int nets = 8;
        for (int seed = 1; seed <= nets; seed++) {
            Settings settings = TRIALS.with(
                    "system", "tanh", "depth", "10", "width", "200", "gain", "1.05", "seed", Integer.toString(seed));
            Curves.Values moments = curves(TRIALS.after(settings, 0), "moments");
            measured += moments.simulated()[0] / nets;
            theory = moments.theory()[0];
        }
        assertThat(theory).isCloseTo(0.117716, within(1e-6));
        assertThat(measured).isCloseTo(theory, within(0.06 * theory));
    }
}

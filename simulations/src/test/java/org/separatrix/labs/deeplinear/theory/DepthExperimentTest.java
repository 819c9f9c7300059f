package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.Matrix;

/** How many steps of gradient descent a deep network needs, at the best of several rates. */
class DepthExperimentTest {
    private static final double[] S =
            IntStream.range(0, 10).mapToDouble(k -> 1.5 - k / 9.).toArray();
    private static final int MOST = 400;

    private interface Start {
        List<Matrix> weights(int[] widths, double gain, long seed);
    }

    /** Steps to a relative loss, for hidden layers and inputs of 32 units and 10 outputs. */
    private static int steps(Start start, int depth, double tolerance, long seed) {
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, 32);
        widths[depth] = 10;
        Target target = Target.prescribed(10, 32, S, seed);
        LossFunction loss = new LossFunction(target.moment(), Matrix.identity(32));
        double[] curvature = Curvature.deep(depth, S, new double[] {1}, 1);
        double goal = tolerance * target.moment().inner(target.moment());
        int best = MOST;
        for (double part : new double[] {.5, Math.sqrt(.5), 1, Math.sqrt(.125), Math.sqrt(2), .25, .125}) {
            List<Matrix> weights = start.weights(widths, 1, seed);
            for (int step = 0; step < best; step++) {
                Matrix residual = target.moment().minus(LossFunction.map(weights));
                double now = residual.inner(residual);
                if (now < goal) best = step;
                if (!(now < 1e6)) break;
                weights = loss.descend(weights, part * 2 / curvature[0]);
            }
        }
        return best;
    }

    private static double meanSteps(Start start, int depth, double tolerance) {
        return IntStream.range(0, 5)
                .map(seed -> steps(start, depth, tolerance, seed))
                .average()
                .orElseThrow();
    }

    @Test
    void hardlyDependsOnDepthFromOrthogonalWeights() {
        double shallow = meanSteps(InitialWeights::orthogonal, 8, .01);
        double deep = meanSteps(InitialWeights::orthogonal, 64, .01);
        assertThat(deep / shallow).isLessThan(2);
        assertThat(shallow).isBetween(8., 18.);
    }

    @Test
    void growsWithDepthFromGaussianWeights() {
        double shallow = meanSteps(InitialWeights::scaledGaussian, 8, .3);
        double deep = meanSteps(InitialWeights::scaledGaussian, 32, .3);
        assertThat(deep / shallow).isGreaterThan(5);
        assertThat(deep).isLessThan(MOST);
    }
}

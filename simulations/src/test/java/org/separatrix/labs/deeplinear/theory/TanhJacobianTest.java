package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;
import org.separatrix.labs.deeplinear.theory.TanhJacobian.Weights;

class TanhJacobianTest {
    @Test
    void hasTheMomentsOfTheReference() {
        Reference.Table table = Reference.table("tables/tanh_jacobian.csv");
        assertThat(table.rows()).hasDimensions(18, 5);
        for (int i = 0; i < table.rows().length; i++) {
            double gain = table.at(i, "gain");
            int depth = (int) table.at(i, "depth");
            TanhJacobian orthogonal = TanhJacobian.of(gain, depth, 1, Weights.ORTHOGONAL);
            TanhJacobian gaussian = TanhJacobian.of(gain, depth, 1, Weights.GAUSSIAN);
            double mean = table.at(i, "mean_sq_sv");
            assertThat(orthogonal.mean()).isCloseTo(mean, within(1e-9 * mean));
            assertThat(gaussian.logMean()).isEqualTo(orthogonal.logMean());
            assertThat(orthogonal.variance()).isCloseTo(table.at(i, "norm_var_orthogonal"), within(1e-9));
            assertThat(gaussian.variance()).isCloseTo(table.at(i, "norm_var_gaussian"), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({".9, .81", "1, 1", "1.05, 1.0029", "1.1, 1.0102", "1.2, 1.0335", "1.5, 1.139", "2, 1.363"})
    void passesTheEdgeOfChaosAtAGainOfOne(double gain, double susceptibility) {
        assertThat(TanhJacobian.susceptibility(gain)).isCloseTo(susceptibility, within(6e-4));
    }

    @Test
    void tendsToItsFixedPoint() {
        assertThat(TanhJacobian.fixedPoint(.9)).isZero();
        assertThat(TanhJacobian.fixedPoint(1)).isZero();
        double q = TanhJacobian.fixedPoint(1.5);
        double deep = TanhJacobian.of(1.5, 201, 1, Weights.ORTHOGONAL).logMean()
                - TanhJacobian.of(1.5, 200, 1, Weights.ORTHOGONAL).logMean();
        assertThat(Math.exp(deep)).isCloseTo(TanhJacobian.susceptibility(1.5), within(1e-10));
        assertThat(TanhJacobian.of(1.5, 1, q / 2.25, Weights.ORTHOGONAL).mean())
                .isCloseTo(TanhJacobian.susceptibility(1.5), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, GAUSSIAN", "1.2, ORTHOGONAL"})
    void describesAWideNetwork(double gain, Weights weights) {
        int width = 200;
        int depth = 10;
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, width);
        TanhJacobian theory = TanhJacobian.of(gain, depth, 1, weights);
        double mean = 0;
        double square = 0;
        int samples = 16;
        for (int sample = 0; sample < samples; sample++) {
            List<Matrix> layers = weights == Weights.GAUSSIAN
                    ? InitialWeights.scaledGaussian(widths, gain, sample)
                    : InitialWeights.orthogonal(widths, gain, sample);
            Matrix x = RandomMatrices.gaussian(width, 1, 1, RandomStream.of(sample, "input", 0));
            x = x.scaled(Math.sqrt(width) / x.frobenius());
            Matrix jacobian = Matrix.identity(width);
            for (Matrix w : layers) {
                double[] h = w.times(x).values();
                jacobian = w.times(jacobian)
                        .scaleRows(Arrays.stream(h)
                                .map(z -> Math.pow(Math.cosh(z), -2))
                                .toArray());
                x = Matrix.of(width, 1, Arrays.stream(h).map(Math::tanh).toArray());
            }
            Matrix gram = jacobian.timesTransposed(jacobian);
            mean += gram.trace() / width / samples;
            square += gram.inner(gram) / width / samples;
        }
        assertThat(mean).isCloseTo(theory.mean(), within(.12 * theory.mean()));
        double variance = square / (mean * mean) - 1;
        assertThat(variance).isCloseTo(theory.variance(), within(.2 * theory.variance()));
    }
}

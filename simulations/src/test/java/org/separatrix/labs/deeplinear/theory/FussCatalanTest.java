package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

class FussCatalanTest {
    @Test
    void hasTheDensityAndProbabilityOfTheReference() {
        Reference.Table table = Reference.table("tables/fuss_catalan.csv");
        assertThat(table.rows()).hasDimensions(245, 4);
        for (int i = 0; i < table.rows().length; i++) {
            FussCatalan law = new FussCatalan((int) table.at(i, "depth"));
            double x = table.at(i, "x");
            assertThat(law.density(x)).isCloseTo(table.at(i, "density"), within(1e-9 * table.at(i, "density")));
            assertThat(law.probability(x)).isCloseTo(table.at(i, "cdf"), within(1e-6));
        }
    }

    @Test
    void endsAtItsEdge() {
        assertThat(new FussCatalan(3).edge()).isCloseTo(9.481481, within(1e-6));
        assertThat(new FussCatalan(1).edge()).isCloseTo(4, within(1e-14));
        FussCatalan law = new FussCatalan(3);
        assertThat(law.density(law.edge())).isZero();
        assertThat(law.density(law.edge() * (1 - 1e-9))).isBetween(0., 1e-4);
        assertThat(law.density(0)).isZero();
        assertThat(law.probability(law.edge() + 1)).isOne();
        assertThat(law.probability(-1)).isZero();
        assertThat(law.valueAt(1e-6)).isCloseTo(law.edge(), within(1e-9));
    }

    @Test
    void hasTheMomentsThatTheMidpointsSum() {
        assertThat(new FussCatalan(2).mean(x -> x * x * x, 20_000)).isCloseTo(12, within(1e-3));
        for (int depth : new int[] {1, 2, 3, 5, 10}) {
            FussCatalan law = new FussCatalan(depth);
            assertThat(law.moment(1)).isCloseTo(1, within(1e-12));
            assertThat(law.moment(2)).isCloseTo(depth + 1, within(1e-9));
            assertThat(law.mean(x -> 1, 100)).isCloseTo(1, within(1e-14));
            for (int k = 1; k <= 3; k++) {
                double power = k;
                assertThat(law.mean(x -> Math.pow(x, power), 20_000))
                        .isCloseTo(law.moment(k), within(1e-4 * law.moment(k)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9})
    void hasADensityThatIsTheSlopeOfItsProbability(int depth) {
        FussCatalan law = new FussCatalan(depth);
        for (double part : new double[] {.001, .1, .5, .9}) {
            double x = part * law.edge();
            double h = 1e-5 * x;
            double slope = (law.probability(x + h) - law.probability(x - h)) / (2 * h);
            assertThat(law.density(x)).isCloseTo(slope, within(1e-6 * slope));
            assertThat(law.singularValueDensity(Math.sqrt(x)))
                    .isCloseTo(2 * Math.sqrt(x) * slope, within(1e-6 * slope));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, .02", "3, .03", "10, .03"})
    void describesProductsOfGaussianMatrices(int depth, double distance) {
        int width = 64;
        int samples = 20;
        double[] values = new double[samples * width];
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, width);
        for (int sample = 0; sample < samples; sample++) {
            Matrix product = LossFunction.map(InitialWeights.scaledGaussian(widths, 1, sample));
            double[] s = LinearAlgebra.singularValues(product);
            for (int i = 0; i < width; i++) values[sample * width + i] = s[i] * s[i];
        }
        Arrays.sort(values);
        FussCatalan law = new FussCatalan(depth);
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            double expected = law.probability(values[i]);
            largest = Math.max(largest, Math.abs(expected - (double) i / values.length));
            largest = Math.max(largest, Math.abs(expected - (i + 1.0) / values.length));
        }
        assertThat(largest).isLessThan(distance);
    }

    @Test
    void growsAtTheRatesOfTheLyapunovSpectrum() {
        int width = 8;
        int depth = 2000;
        double[] exponents = LyapunovSpectrum.gaussian(width, 1.2);
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, width);
        double[] logs = new double[width];
        Matrix frame = Matrix.identity(width);
        for (Matrix w : InitialWeights.scaledGaussian(widths, 1.2, 3)) {
            LinearAlgebra.Qr qr = LinearAlgebra.qr(w.times(frame));
            frame = qr.q();
            for (int i = 0; i < width; i++) logs[i] += Math.log(Math.abs(qr.r().get(i, i))) / depth;
        }
        for (int i = 0; i < width; i++) assertThat(logs[i]).isCloseTo(exponents[i], within(.05));
        assertThat(exponents).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    }
}

package org.separatrix.labs.grokking.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;

/** The theory against the reference's own numbers, against brute force, and against its limits. */
class QuadraticTheoryTest {
    /** A network that is small enough for brute force. */
    private record Small(Problem problem, Matrix weights) {
        static Small draw(int d, int p, int n, boolean centred) {
            return new Small(
                    new Problem(
                            normal("X", d, p).scaled(1 / Math.sqrt(d)),
                            normal("beta", d, 1).values(),
                            1.3,
                            0.4,
                            centred),
                    normal("W", n, d));
        }

        Moments start() {
            return Moments.of(weights.scaled(0.9));
        }

        /** The errors f - y, neuron by neuron. */
        double[] errors(Matrix w) {
            double[] y = problem.targets();
            double[] now = output(w);
            double[] before = output(weights.scaled(0.9));
            double[] e = new double[y.length];
            for (int mu = 0; mu < y.length; mu++) e[mu] = now[mu] - (problem.centred() ? before[mu] : 0) - y[mu];
            return e;
        }

        private double[] output(Matrix w) {
            Matrix h = w.times(problem.inputs());
            double[] f = new double[h.columns()];
            for (int i = 0; i < h.rows(); i++)
                for (int mu = 0; mu < f.length; mu++)
                    f[mu] += problem.alpha()
                            / h.rows()
                            * (h.get(i, mu) + problem.eps() / 2 * h.get(i, mu) * h.get(i, mu));
            return f;
        }

        double loss(Matrix w) {
            return Problem.meanSquare(errors(w));
        }

        /** The gradient, neuron by neuron. */
        Matrix gradient(Matrix w) {
            Matrix x = problem.inputs();
            double[] e = errors(w);
            Matrix h = w.times(x);
            double[] g = new double[h.values().length];
            for (int i = 0; i < h.rows(); i++)
                for (int mu = 0; mu < e.length; mu++)
                    g[i * e.length + mu] =
                            problem.alpha() / h.rows() * (1 + problem.eps() * h.get(i, mu)) * 2 * e[mu] / e.length;
            return Matrix.of(h.rows(), e.length, g).timesTransposed(x);
        }
    }

    private static Matrix normal(String purpose, int rows, int columns) {
        double[] values = new double[rows * columns];
        RandomStream.of(7, purpose, 0).fillGaussian(values);
        return Matrix.of(rows, columns, values);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theGradientIsTheSlopeOfTheLoss(boolean centred) {
        Small small = Small.draw(6, 15, 9, centred);
        Matrix direction = normal("V", 9, 6);
        double h = 1e-5;
        double slope = (small.loss(small.weights().plus(direction.scaled(h)))
                        - small.loss(small.weights().minus(direction.scaled(h))))
                / (2 * h);
        assertThat(small.gradient(small.weights()).inner(direction)).isCloseTo(slope, within(1e-6 * Math.abs(slope)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theErrorFormIsTheNetworksError(boolean centred) {
        Small small = Small.draw(6, 15, 9, centred);
        double[] form = small.problem()
                .error(Moments.of(small.weights()), small.start())
                .at(small.problem().inputs());
        assertThat(form).containsExactly(small.errors(small.weights()), within(1e-12));
    }

    @Test
    void thePopulationLossIsTheMeanOverAMillionPoints() {
        Small small = Small.draw(8, 15, 9, true);
        QuadraticForm error = small.problem().error(Moments.of(small.weights()), small.start());
        int blocks = 50;
        int points = 20_000;
        double sum = 0;
        double squares = 0;
        RandomStream random = RandomStream.of(3, "test points", 0);
        for (int block = 0; block < blocks; block++) {
            double[] x = new double[8 * points];
            random.fillGaussian(x);
            double mean = Problem.meanSquare(error.at(Matrix.of(8, points, x).scaled(1 / Math.sqrt(8))));
            sum += mean / blocks;
            squares += mean * mean / blocks;
        }
        double standardError = Math.sqrt((squares - sum * sum) / (blocks - 1));
        assertThat(error.population().total()).isCloseTo(sum, within(4 * standardError));
    }

    @Test
    void thePopulationProductBelongsToThePopulationLoss() {
        Small small = Small.draw(8, 15, 9, true);
        QuadraticForm error = small.problem().error(Moments.of(small.weights()), small.start());
        assertThat(error.populationProduct(error)).isCloseTo(error.population().total(), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    void theHessianOfTheNeuronsHasTheWidthFreeSpectrum(int width) {
        Small small = Small.draw(6, 15, width, true);
        int size = width * 6;
        double[] dense = new double[size * size];
        double h = 1e-5;
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = h;
            Matrix step = Matrix.of(width, 6, unit);
            Matrix difference = small.gradient(small.weights().plus(step))
                    .minus(small.gradient(small.weights().minus(step)));
            System.arraycopy(difference.scaled(width / (2 * h)).values(), 0, dense, j * size, size);
        }
        var hessian = WidthFreeHessian.of(small.problem(), Moments.of(small.weights()), small.errors(small.weights()));
        double[] brute = LinearAlgebra.symmetricEigenvalues(Matrix.of(size, size, dense));
        assertThat(hessian.rank()).isEqualTo(Math.min(width, 7));
        assertThat(hessian.eigenvalues(width)).containsExactly(brute, within(1e-6 * brute[size - 1]));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 40})
    void aRootOfTheMomentsGivesThemBackWhateverTheWidth(int width) {
        Matrix weights = Small.draw(6, 30, width, false).weights();
        Moments moments = Moments.of(weights);
        Matrix root = moments.root();
        Matrix extended = root.transposedTimes(root);

        assertThat(root.rows()).isEqualTo(Math.min(width, 7));
        assertThat(extended.block(0, 6, 0, 6).values())
                .containsExactly(moments.second().values(), within(1e-13));
        assertThat(Arrays.copyOf(extended.row(6), 6)).containsExactly(moments.mean(), within(1e-14));
    }

    @Test
    void manyLanczosProbesFindTheDensityOfTheExactSpectrum() {
        Small small = Small.draw(6, 40, 30, false);
        var hessian = WidthFreeHessian.of(small.problem(), Moments.of(small.weights()), small.errors(small.weights()));
        double[] exact = hessian.operatorEigenvalues();
        RandomStream random = RandomStream.of(1, "probes", 0);
        double mean = 0;
        double square = 0;
        int probes = 2000;
        for (int k = 0; k < probes; k++) {
            Lanczos.Quadrature rule = Lanczos.quadrature(hessian::times, hessian.size(), 20, random);
            assertThat(Arrays.stream(rule.weights()).sum()).isCloseTo(1, within(1e-10));
            for (int i = 0; i < rule.nodes().length; i++) {
                mean += rule.weights()[i] * rule.nodes()[i] / probes;
                square += rule.weights()[i] * rule.nodes()[i] * rule.nodes()[i] / probes;
            }
        }
        double exactMean = Arrays.stream(exact).average().orElseThrow();
        double exactSquare = Arrays.stream(exact).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(exactMean, within(0.05 * exactMean));
        assertThat(square).isCloseTo(exactSquare, within(0.05 * exactSquare));
        assertThat(hessian.largest()).isCloseTo(exact[exact.length - 1], within(1e-8 * exact[exact.length - 1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_uncentred", "case_centred_narrow"})
    void slicesAndSpectraAreThoseOfTheReference(String name) {
        JsonNode meta = json(name, "meta.json");
        JsonNode extra = json(name, "extra.json");
        Matrix w = matrix(name, "W0.csv");
        int n = w.rows();
        var problem = new Problem(
                matrix(name, "X.csv"),
                matrix(name, "beta.csv").values(),
                meta.get("alpha").asDouble(),
                meta.get("eps").asDouble(),
                meta.get("centred").asBoolean());
        Moments start = Moments.of(w);
        Matrix first = direction(w, (i, j) -> Math.sin(1 + i + 2 * j));
        Matrix second = direction(w, (i, j) -> Math.cos(2 + 3 * i + j));
        QuarticPlane plane = QuarticPlane.of(problem, start, QuarticPlane.neurons(w, first, second));
        for (JsonNode point : extra.get("slice")) {
            double a = point.get("a").asDouble();
            double b = point.get("b").asDouble();
            double train = point.get("train").asDouble();
            double test = point.get("test").asDouble();
            assertThat(plane.trainAt(a, b)).isCloseTo(train, within(1e-9 * Math.max(1, train)));
            assertThat(plane.testAt(a, b)).isCloseTo(test, within(1e-9 * Math.max(1, test)));
        }
        JsonNode at0 = extra.get("hessian").get(0);
        double[] errors = problem.error(start, start).at(problem.inputs());
        var hessian = WidthFreeHessian.of(problem, start, errors);
        double[] eigenvalues = hessian.eigenvalues(n);
        assertThat(eigenvalues).hasSize(n * problem.dimension());
        assertThat(Math.max(0, n - hessian.rank()))
                .isEqualTo(at0.get("bulk_multiplicity").asInt());
        for (int k = 0; k < 3; k++) {
            double top = at0.get("hessian_top3").get(k).asDouble();
            assertThat(eigenvalues[eigenvalues.length - 1 - k] / n).isCloseTo(top, within(1e-9 * top));
        }
        double top = at0.get("hessian_top3").get(0).asDouble();
        assertThat(hessian.largest() / n).isCloseTo(top, within(1e-6 * top));
        assertThat(eigenvalues[0] / n).isCloseTo(at0.get("hessian_min").asDouble(), within(1e-9 * top));
        double[] bulk = hessian.bulk();
        assertThat(bulk[0] / n).isCloseTo(at0.get("bulk_eigs_min_max").get(0).asDouble(), within(1e-9 * top));
        double[] ntk = LinearAlgebra.symmetricEigenvalues(new TangentKernel(problem, start).gram());
        double scale = problem.alpha() * problem.alpha() / n;
        for (int k = 0; k < 3; k++) {
            double value = at0.get("ntk_top3").get(k).asDouble();
            assertThat(scale * ntk[ntk.length - 1 - k]).isCloseTo(value, within(1e-9 * value));
        }
        assertThat(scale * ntk[0]).isCloseTo(at0.get("ntk_min").asDouble(), within(1e-9));
    }

    private interface Entry {
        double at(int i, int j);
    }

    /** A direction whose rows are as long as those of the weights. */
    private static Matrix direction(Matrix w, Entry entry) {
        double[] values = new double[w.values().length];
        for (int i = 0; i < w.rows(); i++) {
            double length = 0;
            double own = 0;
            for (int j = 0; j < w.columns(); j++) {
                length += w.get(i, j) * w.get(i, j);
                own += entry.at(i, j) * entry.at(i, j);
            }
            for (int j = 0; j < w.columns(); j++)
                values[i * w.columns() + j] = entry.at(i, j) * Math.sqrt(length / own);
        }
        return Matrix.of(w.rows(), w.columns(), values);
    }

    @Test
    void thePlaneIsTheLossAtEveryPoint() {
        Small small = Small.draw(6, 15, 9, true);
        Matrix v1 = normal("V1", 9, 6);
        Matrix v2 = normal("V2", 9, 6);
        QuarticPlane plane =
                QuarticPlane.of(small.problem(), small.start(), QuarticPlane.neurons(small.weights(), v1, v2));
        for (double[] point : new double[][] {{0, 0}, {1, -0.5}, {-2, 0.7}, {0.1, 3}}) {
            Matrix w = small.weights().plus(v1.scaled(point[0])).plus(v2.scaled(point[1]));
            assertThat(plane.trainAt(point[0], point[1]))
                    .isCloseTo(small.loss(w), within(1e-10 * Math.max(1, small.loss(w))));
            double test = small.problem()
                    .error(Moments.of(w), small.start())
                    .population()
                    .total();
            assertThat(plane.testAt(point[0], point[1])).isCloseTo(test, within(1e-10 * Math.max(1, test)));
        }
    }

    @Test
    void theSecondMomentOfNormalWeightsFollowsMarchenkoAndPastur() {
        int draws = 20;
        int bins = 20;
        var law = new MarchenkoPastur(0.2);
        assertThat(law.lower()).isCloseTo(.3056, within(1e-4));
        assertThat(law.upper()).isCloseTo(2.0944, within(1e-4));
        double[] counts = new double[bins];
        double width = (law.upper() - law.lower()) / bins;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = new double[500 * 100];
            RandomStream.of(draw, "Marchenko-Pastur", 0).fillGaussian(values);
            for (double eigenvalue : LinearAlgebra.symmetricEigenvalues(
                    Moments.of(Matrix.of(500, 100, values)).second())) {
                int bin = (int) Math.floor((eigenvalue - law.lower()) / width);
                if (bin >= 0 && bin < bins) counts[bin] += 1 / (draws * 100 * width);
            }
        }
        for (int bin = 0; bin < bins; bin++) {
            double theory = 0;
            for (int k = 0; k < 100; k++) theory += law.density(law.lower() + (bin + (k + 0.5) / 100) * width) / 100;
            assertThat(counts[bin]).isCloseTo(theory, within(0.06));
        }
    }

    @Test
    void theMeanFieldIsThatOfTheReference() throws IOException {
        var field = new MeanField(new MeanField.Setting(5.5, 0.08, 1, 0.5, 1.0 / 400, 0, false), 4000, 30);
        for (String line : Files.readAllLines(Path.of("src/test/resources/grokking/dmft_reference.csv"))) {
            if (line.startsWith("t")) continue;
            double[] row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(field.train()).as("train at " + row[0]).isCloseTo(row[1], within(0.05 * row[1]));
            assertThat(field.test()).as("test at " + row[0]).isCloseTo(row[2], within(0.02 * row[2]));
            assertThat(0.5 * field.teacherOverlap())
                    .as("overlap at " + row[0])
                    .isCloseTo(row[3], within(0.05 * row[3]));
            field.advance();
        }
        assertThat(field.train()).as("beyond the horizon").isNaN();
    }

    private static JsonNode json(String name, String file) {
        try {
            return new ObjectMapper().readTree(path(name, file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matrix matrix(String name, String file) {
        try {
            return Matrix.ofRows(Files.readAllLines(path(name, file)).stream()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String name, String file) {
        return Path.of("src/test/resources/grokking").resolve(name).resolve(file);
    }
}

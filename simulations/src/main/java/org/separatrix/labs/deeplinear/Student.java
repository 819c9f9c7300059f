package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Data;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Line;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.deeplinear.theory.AnisotropicTeacher;
import org.separatrix.labs.deeplinear.theory.LinearStudent;
import org.separatrix.labs.deeplinear.theory.MarchenkoPastur;
import org.separatrix.labs.deeplinear.theory.NoisyTeacher;
import org.separatrix.labs.deeplinear.theory.SpectralFilter;
import org.separatrix.labs.deeplinear.theory.SpectralMeasure;

/** One linear student of a noisy teacher on one draw of samples, beside its mean over all draws. */
final class Student {
    private static final int NODES = 4000;
    private static final double SLOW_VARIANCE = 1e-3;
    private static final double SLOW_POWER = 0.8;

    private final int inputs;
    private final int samples;
    private final double noise;
    private final boolean isotropic;
    private final double[] variances;
    private final Matrix x;
    private final double[] y;
    private final double[] teacher;
    private final double[] sxx;
    private final double[] moment;
    private final double[] weights;
    private final double[] pull;
    private final Kernels kernels;
    private final LinearStudent exact;
    private final NoisyTeacher mean;
    private final SpectralMeasure limit;
    private final AnisotropicTeacher twoScales;
    private final double alpha;

    // What has been done so far, as a filter of the inputs' eigenvalues: a flow's time, or steps by their size.
    private double flowTime;
    private final List<Stretch> stretches = new ArrayList<>();

    private static final class Stretch {
        private final double eta;
        private long steps;

        Stretch(double eta) {
            this.eta = eta;
        }
    }

    Student(Settings settings, double ratio, Data data, Kernels kernels) {
        this.kernels = kernels;
        isotropic = settings.get(Knobs.SCALES) == Knobs.Scales.ONE;
        int fast = settings.size(Knobs.WIDTH);
        int slow = isotropic ? 0 : Math.max(1, fast / 5);
        inputs = fast + slow;
        samples = Math.max(1, (int) Math.rint(ratio * fast));
        alpha = (double) samples / fast;
        noise = settings.get(Knobs.NOISE_POWER);
        double signal = settings.get(Knobs.TEACHER_POWER);
        double start = settings.get(Knobs.START_POWER);
        long seed = settings.seed();
        variances = new double[inputs];
        double[] powers = new double[inputs];
        Arrays.fill(variances, 0, fast, 1);
        Arrays.fill(variances, fast, inputs, SLOW_VARIANCE);
        Arrays.fill(powers, 0, fast, isotropic ? signal / fast : (1 - SLOW_POWER) * signal / fast);
        Arrays.fill(powers, fast, inputs, SLOW_POWER * signal / (Math.max(1, slow) * SLOW_VARIANCE));

        x = data.matrix("X", inputs, samples)
                .map(values -> Matrix.of(inputs, samples, values))
                .orElseGet(() -> RandomMatrices.gaussian(
                                inputs, samples, 1, RandomStream.of(seed, "student inputs", samples))
                        .scaleRows(Arrays.stream(variances).map(Math::sqrt).toArray()));
        teacher = data.vector("w_teacher", inputs).orElseGet(() -> teacher(powers, fast, seed));
        double[] answers = x.transposedTimes(column(teacher)).values();
        y = data.vector("y", samples).orElseGet(() -> {
            double[] errors = data.vector("noise", samples)
                    .orElseGet(
                            () -> gaussian(samples, Math.sqrt(noise), RandomStream.of(seed, "student noise", samples)));
            for (int i = 0; i < samples; i++) errors[i] += answers[i];
            return errors;
        });
        weights = data.vector("w_0", inputs)
                .orElseGet(
                        () -> gaussian(inputs, Math.sqrt(start / inputs), RandomStream.of(seed, "student weights", 0)));
        pull = new double[inputs];
        sxx = x.timesTransposed(x).scaled(1.0 / samples).values();
        moment = x.times(column(y)).scaled(1.0 / samples).values();
        exact = new LinearStudent(x, y, weights);
        mean = new NoisyTeacher(alpha, signal, noise, start);
        limit = isotropic ? new MarchenkoPastur(alpha).measure(NODES) : exact.inputs();
        twoScales = isotropic ? null : new AnisotropicTeacher(x, variances, powers, noise);
    }

    /** A teacher whose blocks of inputs have their powers exactly, since the slow ones are too few to average. */
    private double[] teacher(double[] powers, int fast, long seed) {
        double[] drawn = gaussian(inputs, 1, RandomStream.of(seed, "teacher", 0));
        for (int i = 0; i < inputs; i++) drawn[i] *= Math.sqrt(powers[i]);
        if (!isotropic) {
            rescale(drawn, 0, fast, powers[0] * fast);
            rescale(drawn, fast, inputs, powers[fast] * (inputs - fast));
        }
        return drawn;
    }

    private static void rescale(double[] values, int from, int to, double power) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += values[i] * values[i];
        for (int i = from; i < to; i++) values[i] *= Math.sqrt(power / sum);
    }

    private static double[] gaussian(int count, double sigma, RandomStream stream) {
        double[] values = new double[count];
        stream.fillGaussian(values);
        for (int i = 0; i < count; i++) values[i] *= sigma;
        return values;
    }

    private static Matrix column(double[] values) {
        return Matrix.of(values.length, 1, values.clone());
    }

    /** One step of gradient descent. */
    void descend(double eta) {
        System.arraycopy(moment, 0, pull, 0, inputs);
        kernels.gemm(Kernels.Form.AB, inputs, 1, inputs, -1, sxx, weights, 1, pull);
        kernels.axpy(0, inputs, eta, pull, weights);
        if (stretches.isEmpty() || stretches.getLast().eta != eta) stretches.add(new Stretch(eta));
        stretches.getLast().steps++;
    }

    /** The weights at a time of the flow. */
    void flow(double time) {
        flowTime = time;
        System.arraycopy(exact.weights(SpectralFilter.flow(time)), 0, weights, 0, inputs);
    }

    private SpectralFilter filter() {
        if (stretches.isEmpty()) return SpectralFilter.flow(flowTime);
        List<SpectralFilter> parts = stretches.stream()
                .map(stretch -> SpectralFilter.descent(stretch.eta, stretch.steps))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    /** Filters one after the other. */
    private record Sequence(List<SpectralFilter> parts) implements SpectralFilter {
        @Override
        public double kept(double eigenvalue) {
            double kept = 1;
            for (SpectralFilter part : parts) kept *= part.kept(eigenvalue);
            return kept;
        }

        @Override
        public double learned(double eigenvalue) {
            double kept = 1;
            double learned = 0;
            for (SpectralFilter part : parts) {
                learned += kept * part.learned(eigenvalue);
                kept *= part.kept(eigenvalue);
            }
            return learned;
        }
    }

    /** The error on new samples, noise included. */
    double test() {
        double error = noise;
        for (int i = 0; i < inputs; i++) {
            double off = weights[i] - teacher[i];
            error += variances[i] * off * off;
        }
        return error;
    }

    /** The error on the samples. */
    double train() {
        double[] answers = x.transposedTimes(column(weights)).values();
        double sum = 0;
        for (int i = 0; i < samples; i++) sum += (y[i] - answers[i]) * (y[i] - answers[i]);
        return sum / samples;
    }

    /** The mean test error over all draws, for many inputs; given the inputs' draw where they have two scales. */
    double meanTest() {
        return isotropic ? mean.test(limit, filter()) : twoScales.test(filter());
    }

    /** The mean training error over all draws, for many inputs; NaN where they have two scales. */
    double meanTrain() {
        return isotropic ? mean.train(limit, filter()) : Double.NaN;
    }

    /** The mean test error over teachers, noise and initial weights, for the inputs that were drawn. */
    double meanTestGivenInputs() {
        return isotropic ? mean.test(exact.inputs(), filter()) : twoScales.test(filter());
    }

    /** The eigenvalues of the inputs' second moment, descending. */
    double[] eigenvalues() {
        return Spectrum.descending(exact.inputs().values());
    }

    /** The Marchenko-Pastur density of the eigenvalues above zero, scaled to their share; null for two scales. */
    Line law() {
        if (!isotropic) return null;
        MarchenkoPastur law = new MarchenkoPastur(alpha);
        double[] at = new double[200];
        double[] density = new double[200];
        for (int i = 0; i < at.length; i++) {
            // Denser towards the edges, where the density bends.
            double c = Math.cos(Math.PI * (i + 0.5) / at.length);
            at[at.length - 1 - i] = (law.lower() + law.upper()) / 2 + (law.upper() - law.lower()) / 2 * c;
        }
        for (int i = 0; i < at.length; i++) density[i] = law.density(at[i]);
        return new Line("Marchenko–Pastur", Line.Role.THEORY, at, density);
    }

    boolean finite() {
        double sum = 0;
        for (double weight : weights) sum += weight * weight;
        // Written so that NaN, too, is not finite.
        return sum < 1e30;
    }

    /** The largest stable step of gradient descent. */
    double largestStep() {
        return 2 / eigenvalues()[0];
    }

    void facts(String key, String suffix, List<Fact> facts) {
        if (!isotropic) return;
        double best = mean.bestTime(limit);
        facts.add(Fact.of("best_time" + key, "best time to stop" + suffix, best));
        facts.add(Fact.of("best_test" + key, "test error then" + suffix, mean.test(limit, SpectralFilter.flow(best))));
    }
}

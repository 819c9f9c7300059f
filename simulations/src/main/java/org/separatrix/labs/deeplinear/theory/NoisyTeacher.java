package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The mean training and test error of a linear student of {@code N} inputs that learns from {@code P = alpha N} noisy
 * answers of a linear teacher, on inputs of unit variance.
 *
 * <p>Errors are mean squares, without the factor 1/2. Averages are over teacher, noise and initial student, for a law of
 * the eigenvalues of the inputs' second moment: {@link MarchenkoPastur} for large {@code N}, or the eigenvalues of the
 * samples at hand.
 *
 * <p>Source: Advani and Saxe (2017).
 *
 * @param alpha the number of samples per input, {@code > 0}
 * @param signal the teacher's variance {@code sigma_w^2}: its entries have the variance {@code signal/N}
 * @param noise the variance {@code sigma_eps^2} of the answers' noise
 * @param start the student's initial variance {@code sigma_0^2}: its entries have the variance {@code start/N}
 */
public record NoisyTeacher(double alpha, double signal, double noise, double start) {
    public NoisyTeacher {
        if (!(alpha > 0)) throw new IllegalArgumentException("alpha=" + alpha + ": must be > 0");
        if (!(signal >= 0 && noise >= 0 && start >= 0))
            throw new IllegalArgumentException(
                    "variances " + signal + ", " + noise + " and " + start + ": must be >= 0");
    }

    /** The error on new samples, noise included. */
    public double test(SpectralMeasure inputs, SpectralFilter filter) {
        return noise
                + inputs.mean(l -> {
                    double kept = filter.kept(l);
                    double learned = filter.learned(l);
                    double fitted = l > 0 ? noise / (alpha * l) * learned * learned : 0;
                    return (signal + start) * kept * kept + fitted;
                });
    }

    /** The error on the samples learned from. */
    public double train(SpectralMeasure inputs, SpectralFilter filter) {
        double fitted = inputs.mean(l -> {
            double kept = filter.kept(l);
            return l > 0 ? ((signal + start) * l + noise / alpha) * kept * kept : 0;
        });
        return fitted + Math.max(0, 1 - inputs.rank() / alpha) * noise;
    }

    /** The test error after infinite training; infinite for as many samples as inputs. */
    public double limit() {
        if (alpha > 1) return noise * alpha / (alpha - 1);
        if (alpha < 1) return (1 - alpha) * (signal + start) + noise / (1 - alpha);
        return noise == 0 ? 0 : Double.POSITIVE_INFINITY;
    }

    /** The rate below which full-batch gradient descent is stable, for large {@code N}. */
    public double largestRate() {
        return 2 / new MarchenkoPastur(alpha).upper();
    }

    /** The time at which to stop if there were only inputs along one eigenvector. */
    public double bestTime(double eigenvalue) {
        return Math.log1p(alpha * eigenvalue * (signal + start) / noise) / eigenvalue;
    }

    /** The time at which the flow's test error is least; infinite without noise. */
    public double bestTime(SpectralMeasure inputs) {
        if (noise == 0) return Double.POSITIVE_INFINITY;
        double[] bulk = Arrays.stream(inputs.values()).filter(l -> l > 0).toArray();
        // Before the best time of the fastest direction all of them improve, after that of the slowest none does.
        double earliest = bestTime(Arrays.stream(bulk).max().orElseThrow());
        double latest = bestTime(Arrays.stream(bulk).min().orElseThrow());
        if (earliest == latest) return earliest;
        return new BracketingNthOrderBrentSolver(1e-12, 1e-14, 5).solve(500, t -> slope(inputs, t), earliest, latest);
    }

    /** Half the slope of the flow's test error in time. */
    private double slope(SpectralMeasure inputs, double time) {
        return inputs.mean(l -> {
            double kept = Math.exp(-l * time);
            return l > 0 ? kept * (noise / alpha * -Math.expm1(-l * time) - (signal + start) * l * kept) : 0;
        });
    }

    /** The ridge penalty on {@code |w|^2/2} of the least test error, for a student that starts at zero. */
    public double bestPenalty() {
        return noise / (alpha * signal);
    }
}

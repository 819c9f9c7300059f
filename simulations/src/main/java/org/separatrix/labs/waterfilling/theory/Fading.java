package org.separatrix.labs.waterfilling.theory;

import java.util.SplittableRandom;

/**
 * Rayleigh fading over a few taps. The taps of a link do not depend on the number of users or tones nor on the strength of
 * interference, so that these deform one world instead of drawing another.
 *
 * @param seed chooses the world
 * @param taps L, the number of taps
 * @param decay how fast the power of the taps falls off: tap l has a power proportional to exp(-decay l); together they
 *     have power 1
 */
public record Fading(long seed, int taps, double decay) {
    private static final long FIRST_MIX = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MIX = 0x94D049BB133111EBL;
    private static final int LINK_STRIDE = 4096;
    private static final double UNIT = 0x1p-53;

    /** The power gains |H|&sup2; of all links, K x K x N, each of mean 1. */
    public double[] gains(int users, int tones) {
        double[] cosines = new double[tones];
        double[] sines = new double[tones];
        for (int m = 0; m < tones; m++) {
            cosines[m] = StrictMath.cos(2 * Math.PI * m / tones);
            sines[m] = StrictMath.sin(2 * Math.PI * m / tones);
        }
        double[] amplitudes = amplitudes();
        double[] gains = new double[users * users * tones];
        for (int k = 0; k < users; k++)
            for (int j = 0; j < users; j++) link(k, j, amplitudes, cosines, sines, gains, (k * users + j) * tones);
        return gains;
    }

    /** The standard deviation of the real and of the imaginary part of each tap. */
    private double[] amplitudes() {
        double[] amplitudes = new double[taps];
        double total = 0;
        for (int l = 0; l < taps; l++) total += StrictMath.exp(-decay * l);
        for (int l = 0; l < taps; l++) amplitudes[l] = Math.sqrt(StrictMath.exp(-decay * l) / total / 2);
        return amplitudes;
    }

    private void link(int k, int j, double[] amplitudes, double[] cosines, double[] sines, double[] gains, int offset) {
        SplittableRandom stream = new SplittableRandom(linkSeed(k, j));
        double[] real = new double[taps];
        double[] imaginary = new double[taps];
        double[] pair = new double[2];
        for (int l = 0; l < taps; l++) {
            normalPair(stream, pair);
            real[l] = pair[0] * amplitudes[l];
            imaginary[l] = pair[1] * amplitudes[l];
        }
        int tones = cosines.length;
        for (int n = 0; n < tones; n++) {
            double re = 0;
            double im = 0;
            for (int l = 0; l < taps; l++) {
                int turn = (int) ((long) l * n % tones);
                re += real[l] * cosines[turn] + imaginary[l] * sines[turn];
                im += imaginary[l] * cosines[turn] - real[l] * sines[turn];
            }
            gains[offset + n] = re * re + im * im;
        }
    }

    /** The seed of the stream of a link; the stream is SplitMix64, which is that of {@link SplittableRandom}. */
    long linkSeed(int k, int j) {
        return mix(seed ^ mix((long) k * LINK_STRIDE + j + 1));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * FIRST_MIX;
        z = (z ^ (z >>> 27)) * SECOND_MIX;
        return z ^ (z >>> 31);
    }

    /** Two independent standard normal deviates, after Box and Muller (1958). */
    static void normalPair(SplittableRandom stream, double[] out) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(stream)));
        double angle = 2 * Math.PI * uniform(stream);
        out[0] = radius * StrictMath.cos(angle);
        out[1] = radius * StrictMath.sin(angle);
    }

    /** A number in [0, 1), uniform on the multiples of 2^-53. */
    public static double uniform(SplittableRandom stream) {
        return (stream.nextLong() >>> 11) * UNIT;
    }

    /** Powers drawn uniformly from those that spend the budgets, K x N, users in order from one stream. */
    public static double[] uniformPowers(long seed, double[] budgets, int tones) {
        SplittableRandom stream = new SplittableRandom(seed);
        double[] powers = new double[budgets.length * tones];
        for (int k = 0; k < budgets.length; k++) {
            double sum = 0;
            for (int n = 0; n < tones; n++) {
                powers[k * tones + n] = -StrictMath.log(1 - uniform(stream));
                sum += powers[k * tones + n];
            }
            for (int n = 0; n < tones; n++) powers[k * tones + n] *= budgets[k] / sum;
        }
        return powers;
    }
}

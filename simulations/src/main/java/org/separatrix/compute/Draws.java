package org.separatrix.compute;

import org.separatrix.lab.Compute;

/**
 * Random numbers for many particles at once, from {@link Philox} blocks whose counter is (particle, step, draw, purpose)
 * and whose key is the seed: no state, so the numbers do not depend on who draws them, when, or on which thread.
 *
 * <p>All kernels do the same operations in the same order, so scalar and vector kernels give the same bits. They
 * allocate nothing; on account of their scratch an instance serves one thread at a time. Outputs must not overlap.
 *
 * <p>A number of 32 bits w stands for (w + 1/2) 2^-32, one of 53 bits likewise: neither 0 nor 1 is ever drawn.
 */
public interface Draws {
    /**
     * The place of a block of four words in the sequence.
     *
     * @param seed the key
     * @param step the counter's second word
     * @param draw its third
     * @param purpose its fourth
     */
    record Place(long seed, int step, int draw, int purpose) {
        long high() {
            return draw & 0xFFFFFFFFL | (long) purpose << 32;
        }
    }

    /**
     * One number of 53 bits and two of 32 bits for each particle.
     *
     * @param particles their numbers, the counter's first word
     * @param count how many
     * @param fine receives the one of 53 bits, from words 0 and 1
     * @param third receives word 2's
     * @param fourth receives word 3's
     */
    void uniforms(Place place, long[] particles, int count, double[] fine, double[] third, double[] fourth);

    /** Three standard normal deviates for each particle, by Box and Muller's method on words of 32 bits. */
    void normals(Place place, long[] particles, int count, double[] x, double[] y, double[] z);

    /** Unit vectors from two uniform numbers each: z = 2u - 1 and the angle 2 pi t. */
    void directions(double[] u, double[] t, int count, double[] x, double[] y, double[] z);

    /** out = factor x^exponent for normal positive x; out may be x. */
    void power(double[] x, double exponent, double factor, int count, double[] out);

    /** The draws of a kind of kernels that {@link Kernels#of} chose. */
    static Draws of(Compute.Kind kind) {
        return kind == Compute.Kind.SIMD ? new SimdDraws() : new ScalarDraws();
    }
}

package org.separatrix.compute;

import java.nio.charset.StandardCharsets;

/**
 * An endless sequence of random numbers, named by a seed, a purpose and an index: equal names, equal numbers, on every
 * machine and whatever else was drawn. Streams of different names are independent.
 *
 * <p>The sequence is one of 64-bit words, and every draw, of whatever law, consumes exactly one word. So the n-th draw
 * is known without the ones before it ({@link #seek}), and filling an array in parts gives the same numbers as filling
 * it at once. Normal deviates are quantiles of a uniform number for this reason: the polar and the Box-Muller methods
 * take a varying number of words or pairs.
 *
 * <p>Layout over {@link Philox}: the key is the seed XOR the 64-bit FNV-1a hash of the purpose in UTF-8, so two seeds
 * never share a stream of one purpose; the counter's high half is the index, its low half half the position, for a
 * block holds two words.
 *
 * <p>A stream is mutable and belongs to one thread.
 */
public final class RandomStream {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long key;
    private final long index;
    private final long[] block = new long[2];
    private long position;

    private RandomStream(long key, long index) {
        this.key = key;
        this.index = index;
    }

    /**
     * The stream of this name, at its beginning.
     *
     * @param purpose what the numbers are for, as "initial weights"
     * @param index tells apart streams of one purpose: the layer, the replicate, the particle
     */
    public static RandomStream of(long seed, String purpose, long index) {
        return new RandomStream(seed ^ hash(purpose), index);
    }

    private static long hash(String purpose) {
        long hash = FNV_OFFSET;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        return hash;
    }

    /** How many numbers were drawn, or passed over. */
    public long position() {
        return position;
    }

    /** Moves to a place of the sequence, so that the next draw is the one numbered {@code position}, from zero. */
    public void seek(long position) {
        if (position < 0) throw new IllegalArgumentException("no draw has the number " + position);
        this.position = position;
        if (odd()) computeBlock();
    }

    /** 64 random bits. */
    public long nextLong() {
        if (!odd()) computeBlock();
        return block[(int) (position++ & 1)];
    }

    private boolean odd() {
        return (position & 1) == 1;
    }

    private void computeBlock() {
        Philox.block(position >>> 1, index, key, block);
    }

    /**
     * A number in [0, bound), each as likely as the other to within bound / 2^64.
     *
     * @throws IllegalArgumentException where the bound is not positive
     */
    public long nextLong(long bound) {
        if (bound <= 0) throw new IllegalArgumentException("no number lies in [0, " + bound + ")");
        return Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    /** A number in the open interval (0, 1), uniform on the odd multiples of 2^-53. */
    public double nextDouble() {
        return ((nextLong() >>> 12) + .5) * 0x1p-52;
    }

    /** A number between {@code low} and {@code high}, uniform. */
    public double nextDouble(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** A normal deviate of mean 0 and variance 1; its modulus is below 8.3. */
    public double nextGaussian() {
        return NormalLaw.quantile(nextDouble());
    }

    /** Fills an array with normal deviates of mean 0 and variance 1. */
    public void fillGaussian(double[] out) {
        for (int i = 0; i < out.length; i++) out[i] = nextGaussian();
    }

    /** The numbers 0 to n - 1 in random order, every order as likely; takes n - 1 draws. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 1; i < n; i++) {
            int j = (int) nextLong(i + 1L);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

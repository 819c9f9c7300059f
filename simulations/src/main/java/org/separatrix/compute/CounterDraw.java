package org.separatrix.compute;

/**
 * The four words of one {@link Philox} block as random numbers, for particles that are followed one by one.
 *
 * @param low words 0 and 1, the first in the low half
 * @param high words 2 and 3
 */
public record CounterDraw(long low, long high) {
    private static final long WORD = 0xFFFFFFFFL;

    /** The block of a counter (particle, step, draw, purpose) under a seed. */
    public static CounterDraw at(long seed, long particle, int step, int draw, int purpose) {
        long c0 = particle & WORD;
        long c1 = step & WORD;
        long c2 = draw & WORD;
        long c3 = purpose & WORD;
        int k0 = (int) seed;
        int k1 = (int) (seed >>> 32);
        for (int round = 0; round < Philox.ROUNDS; round++) {
            long product0 = Philox.MULTIPLIER_0 * c0;
            long product1 = Philox.MULTIPLIER_1 * c2;
            c0 = product1 >>> 32 ^ c1 ^ k0 & WORD;
            c1 = product1 & WORD;
            c2 = product0 >>> 32 ^ c3 ^ k1 & WORD;
            c3 = product0 & WORD;
            k0 += Philox.WEYL_0;
            k1 += Philox.WEYL_1;
        }
        return new CounterDraw(c0 | c1 << 32, c2 | c3 << 32);
    }

    /** A word, from 0 to 3, as an unsigned number. */
    public long word(int which) {
        return (which < 2 ? low : high) >>> 32 * (which & 1) & WORD;
    }

    private static double coarse(long word) {
        return (word + .5) * 0x1p-32;
    }

    /** Word 0 as a number of 32 bits in (0, 1). */
    public double first() {
        return coarse(low & WORD);
    }

    /** Word 1 as a number of 32 bits. */
    public double second() {
        return coarse(low >>> 32);
    }

    /** Word 2 as a number of 32 bits. */
    public double third() {
        return coarse(high & WORD);
    }

    /** Word 3 as a number of 32 bits. */
    public double fourth() {
        return coarse(high >>> 32);
    }

    /** Words 0 and 1 as a number of 53 bits. */
    public double fine() {
        return ((((low & WORD) << 32 | low >>> 32) >>> 11) + .5) * 0x1p-53;
    }
}

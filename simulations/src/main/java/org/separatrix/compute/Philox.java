package org.separatrix.compute;

/**
 * Philox4x32-10: a bijection of 128-bit counters under a 64-bit key, whose outputs for successive counters pass for
 * random. It has no state, so the number at any place of a sequence is found at once and work can be split anywhere.
 *
 * <p>Words are 32 bits; a long holds two, the first in its low half.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC 2011), section 3.3.
 */
final class Philox {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long WORD = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Writes the four words that belong to a counter.
     *
     * @param low the counter's first two words
     * @param high the counter's last two words
     * @param key the key's two words
     * @param out receives the first two words in entry 0 and the last two in entry 1
     */
    static void block(long low, long high, long key, long[] out) {
        long c0 = low & WORD;
        long c1 = low >>> 32;
        long c2 = high & WORD;
        long c3 = high >>> 32;
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * c0;
            long product1 = MULTIPLIER_1 * c2;
            c0 = (product1 >>> 32) ^ c1 ^ (k0 & WORD);
            c1 = product1 & WORD;
            c2 = (product0 >>> 32) ^ c3 ^ (k1 & WORD);
            c3 = product0 & WORD;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = c0 | c1 << 32;
        out[1] = c2 | c3 << 32;
    }
}

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
    static final int ROUNDS = 10;
    static final long MULTIPLIER_0 = 0xD2511F53L;
    static final long MULTIPLIER_1 = 0xCD9E8D57L;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;
    static final long WORD = 0xFFFFFFFFL;

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
        CounterDraw words = CounterDraw.at(key, low & WORD, (int) (low >>> 32), (int) high, (int) (high >>> 32));
        out[0] = words.low();
        out[1] = words.high();
    }
}

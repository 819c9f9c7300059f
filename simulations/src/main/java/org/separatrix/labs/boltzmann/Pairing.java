package org.separatrix.labs.boltzmann;

import org.separatrix.compute.CounterDraw;

/** A random order of 2^k particles, a new one each step, in which any place is found at once. */
final class Pairing {
    private static final int PURPOSE = 3;
    private static final int ROUNDS = 4;

    private final long[] factors = new long[ROUNDS];
    private final long[] shifts = new long[ROUNDS];
    private final long mask;
    private final int half;

    /** @param count how many particles, a power of two */
    Pairing(int count) {
        mask = count - 1;
        half = (Long.numberOfTrailingZeros(count) + 1) / 2;
    }

    /** Draws the order of a step. */
    void draw(long seed, int step) {
        for (int block = 0; block < 2; block++) {
            CounterDraw words = CounterDraw.at(seed, 0, step, block, PURPOSE);
            for (int j = 0; j < 2; j++) {
                factors[2 * block + j] = words.word(2 * j) | 1;
                shifts[2 * block + j] = words.word(2 * j + 1);
            }
        }
    }

    /** Which particle stands at a place. */
    int at(int place) {
        long x = place;
        for (int j = 0; j < ROUNDS; j++) {
            x = x * factors[j] + shifts[j] & mask;
            x ^= x >>> half;
        }
        return (int) x;
    }
}

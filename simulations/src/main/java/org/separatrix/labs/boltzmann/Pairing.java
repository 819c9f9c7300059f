package org.separatrix.labs.boltzmann;

import org.separatrix.compute.CounterDraw;

/** A random order of 2^k particles, a new one each step, in which any place is found at once. */
final class Pairing {
    private static final int PURPOSE = 3;
    private static final int ROUNDS = 4;

    private final int[] factors = new int[ROUNDS];
    private final int[] shifts = new int[ROUNDS];
    private final int mask;
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
                factors[2 * block + j] = (int) words.word(2 * j) | 1;
                shifts[2 * block + j] = (int) words.word(2 * j + 1);
            }
        }
    }

    /** Which particles stand at places: {@code size} of them from {@code from} on. */
    void at(int from, int size, int[] out) {
        for (int i = 0; i < size; i++) out[i] = from + i;
        for (int round = 0; round < ROUNDS; round++) mix(factors[round], shifts[round], size, out);
    }

    // A loop of its own, short enough to become one of vectors. Only the last bits matter, so that int is enough.
    private void mix(int factor, int shift, int size, int[] x) {
        int bits = half;
        int last = mask;
        for (int i = 0; i < size; i++) {
            int y = x[i] * factor + shift & last;
            x[i] = y ^ y >>> bits;
        }
    }
}

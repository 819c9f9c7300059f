package org.separatrix.labs.grokking;

import java.util.Arrays;
import java.util.BitSet;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Settings;

/**
 * Addition modulo p: which pairs (a, b), each written as a p + b, are learned from and which test.
 *
 * @param modulus p
 * @param train the training pairs
 * @param test the other pairs, ascending where the training pairs were given
 */
record ModularTask(int modulus, int[] train, int[] test) {
    static int trainingPairs(Settings settings) {
        int p = settings.size(Knobs.MODULUS);
        return (int) (settings.get(Knobs.FRACTION) * p * p);
    }

    static ModularTask of(Settings settings, Data data) {
        int p = settings.size(Knobs.MODULUS);
        if (data.has("train_index")) return given(p, data.find("train_index").orElseThrow());
        int[] order = RandomStream.of(settings.seed(), "pairs", 0).permutation(p * p);
        int count = trainingPairs(settings);
        return new ModularTask(p, Arrays.copyOf(order, count), Arrays.copyOfRange(order, count, p * p));
    }

    private static ModularTask given(int p, Array array) {
        int[] train = new int[array.values().length];
        var taken = new BitSet();
        for (int k = 0; k < train.length; k++) {
            double value = array.values()[k];
            train[k] = (int) value;
            if (value != train[k] || value < 0 || value >= p * p || taken.get(train[k]))
                throw new InvalidData("train_index holds " + value + " at position " + k
                        + ": expected different whole numbers from 0 to " + (p * p - 1));
            taken.set(train[k]);
        }
        if (train.length == p * p) throw new InvalidData("train_index holds every pair: none is left to test");
        int[] test = new int[p * p - train.length];
        for (int pair = 0, k = 0; pair < p * p; pair++) if (!taken.get(pair)) test[k++] = pair;
        return new ModularTask(p, train, test);
    }

    /** The first summand of a pair. */
    int first(int pair) {
        return pair / modulus;
    }

    /** The second summand of a pair. */
    int second(int pair) {
        return pair % modulus;
    }

    /** Their sum. */
    int sum(int pair) {
        return (first(pair) + second(pair)) % modulus;
    }
}

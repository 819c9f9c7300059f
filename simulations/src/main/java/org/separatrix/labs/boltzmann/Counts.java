package org.separatrix.labs.boltzmann;

/** The mean and the spread of collision counts, in whole numbers, so that no order of summing matters. */
final class Counts {
    private Counts() {}

    static double mean(int[] counts) {
        long sum = 0;
        for (int count : counts) sum += count;
        return (double) sum / counts.length;
    }

    /** The standard deviation. */
    static double spread(int[] counts) {
        long squares = 0;
        for (int count : counts) squares += (long) count * count;
        double mean = mean(counts);
        return Math.sqrt(Math.max(0, (double) squares / counts.length - mean * mean));
    }
}

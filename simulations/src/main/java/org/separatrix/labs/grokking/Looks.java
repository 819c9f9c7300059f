package org.separatrix.labs.grokking;

import java.util.Arrays;
import org.separatrix.compute.Matrix;
import org.separatrix.labs.grokking.theory.Moments;

/**
 * Something dear to see of the moments of a run: of those at so many steps an octave, so that what is seen depends on the
 * step alone. The moments are kept at once, and looked at only when somebody asks.
 */
final class Looks<T> {
    /** What to see. */
    @FunctionalInterface
    interface Look<T> {
        /** What there is to see of the moments at a step. */
        T at(Moments moments, long step);
    }

    private final int anOctave;
    private final Look<T> look;
    private final double[] mean;
    private final double[] second;
    private long kept = -1;
    private T seen;
    private long seenOf = -1;

    /**
     * @param anOctave how many looks there are from each power of two to the next, a power of two
     * @param dimension D
     */
    Looks(int anOctave, int dimension, Look<T> look) {
        this.anOctave = anOctave;
        this.look = look;
        mean = new double[dimension];
        second = new double[dimension * dimension];
    }

    /** Whether a step is one of so many an octave. */
    static boolean due(long step, int anOctave) {
        long stride = Long.highestOneBit(step) / anOctave;
        return stride <= 1 || step % stride == 0;
    }

    /** Keeps the moments at a step, where it is due and they have not overflown; allocates nothing. */
    void keep(long step, Descent descent) {
        if (step == kept || !due(step, anOctave) || !finite(descent.second())) return;
        System.arraycopy(descent.mean(), 0, mean, 0, mean.length);
        System.arraycopy(descent.second(), 0, second, 0, second.length);
        kept = step;
    }

    /** What is to be seen of the moments kept last. */
    T latest() {
        if (seenOf != kept) {
            seen = look.at(new Moments(mean.clone(), Matrix.of(mean.length, mean.length, second.clone())), kept);
            seenOf = kept;
        }
        return seen;
    }

    /** What is to be seen at a step, due or not; what was seen last where the moments have overflown. */
    T anew(long step, Descent descent) {
        return step == kept || !finite(descent.second()) ? latest() : look.at(descent.moments(), step);
    }

    static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}

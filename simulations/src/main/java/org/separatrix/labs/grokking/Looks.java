package org.separatrix.labs.grokking;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something dear to see: it is looked at so many times an octave of steps, and what was seen stands until the next look.
 * When that is depends on the step alone.
 */
final class Looks<T> {
    private final int anOctave;
    private final Supplier<Optional<T>> look;
    private T latest;
    private long latestStep = -1;

    /**
     * @param anOctave how many looks there are from each power of two to the next, a power of two
     * @param look what to see now; where there is nothing, what was seen before stands
     */
    Looks(int anOctave, Supplier<Optional<T>> look) {
        this.anOctave = anOctave;
        this.look = look;
    }

    /** Whether a step is one of so many an octave. */
    static boolean due(long step, int anOctave) {
        long stride = Long.highestOneBit(step) / anOctave;
        return stride <= 1 || step % stride == 0;
    }

    /** What stands at a step; to be called before each step is taken. */
    T at(long step) {
        if (step != latestStep && due(step, anOctave)) {
            latest = look.get().orElse(latest);
            latestStep = step;
        }
        return latest;
    }

    /** What is to be seen at a step, whether it is due or not. */
    T anew(long step) {
        return due(step, anOctave) ? at(step) : look.get().orElse(latest);
    }
}

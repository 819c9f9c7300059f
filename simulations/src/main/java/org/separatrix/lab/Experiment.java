package org.separatrix.lab;

import java.util.List;

/**
 * A running instance: mutable, used by one thread at a time, a pure function of its settings, its data, its compute kind
 * and the changes made to live parameters at given steps.
 */
public interface Experiment extends AutoCloseable {
    /** The time reached, in the laboratory's unit. */
    double time();

    /** Takes one natural step: cheap, without allocation. Not called once {@link #status} is over. */
    void advance();

    /**
     * Writes down what can be seen now. It costs more than a step, is called at the recording's pace, and does not
     * change the run.
     */
    void observe(SnapshotBuilder out);

    /** How the experiment stands; cheap enough to ask after every step. */
    Status status();

    /** Takes over settings that differ from the present ones in live parameters only. */
    void change(Settings settings);

    /** The landscapes on planes through the present state, the one to show first before the others. */
    default List<Landscape> landscapes() {
        return List.of();
    }

    /**
     * What is worked out for it in the background and how far that is, in a few words; empty where nothing is. It depends
     * on the moment of asking and is no part of a recording.
     */
    default String background() {
        return "";
    }

    /** Gives back what the experiment holds outside the heap. */
    @Override
    default void close() {}
}

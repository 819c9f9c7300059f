package org.separatrix.labs.boltzmann;

import java.util.List;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.SnapshotBuilder;

/** One side of a run that is looked at. Used by the run's thread. */
interface Sight {
    /** Takes note of a step, for what can only be told from the whole way. */
    default void advance(Scene scene) {}

    /**
     * Puts what is to be seen, of a scene just measured.
     *
     * @param facts receives what is to be said of the moment, where details are asked for
     */
    void observe(Scene scene, SnapshotBuilder out, List<Fact> facts);
}

package org.separatrix.lab;

import java.util.List;

/** What of a run a metric reads: the less it reads, the less of a run in a phase diagram needs to be observed. */
public sealed interface Evidence {
    /** The recorded curves from start to end. */
    Evidence COURSE = new Course();

    /** The last moment in detail, and the events. */
    Evidence END = new End();

    /** Whether some events have happened and when: once all have, the judgement stands. */
    static Evidence events(String... keys) {
        return new Events(List.of(keys));
    }

    /** The recorded curves from start to end. */
    record Course() implements Evidence {}

    /** The last moment in detail, and the events. */
    record End() implements Evidence {}

    /**
     * Events and nothing else.
     *
     * @param keys after all of these nothing that happens changes the judgement; empty where every event counts
     */
    record Events(List<String> keys) implements Evidence {
        public Events {
            keys = List.copyOf(keys);
        }
    }
}

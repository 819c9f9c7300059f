package org.separatrix.lab;

import java.util.List;

/** What of a run a metric reads: the less it reads, the less of a run in a phase diagram needs to be observed. */
public sealed interface Evidence {
    /** The recorded curves from start to end. */
    Evidence COURSE = new Course();

    /** The curves at the last moment, and the events. */
    Evidence END = new End(false);

    /** The last moment in detail, and the events. */
    Evidence DETAILED_END = new End(true);

    /** Events, up to the end of the run. */
    Evidence EVENTS = any();

    /** Events: once all of these have happened, nothing that follows changes the judgement. */
    static Evidence all(String first, String second) {
        return new Events(List.of(first, second), 2);
    }

    /** Events: once any of these has happened, nothing that follows changes the judgement. */
    static Evidence any(String... events) {
        return new Events(List.of(events), 1);
    }

    /** The recorded curves from start to end. */
    record Course() implements Evidence {}

    /**
     * The last moment, and the events.
     *
     * @param detailed whether every observable is wanted, or curves alone
     */
    record End(boolean detailed) implements Evidence {}

    /**
     * Events and nothing else.
     *
     * @param keys the events that settle the judgement, and the only ones it reads; where there are none, it reads all
     * @param needed how many of them it takes
     */
    record Events(List<String> keys, int needed) implements Evidence {
        public Events {
            keys = List.copyOf(keys);
        }

        /** Whether the judgement reads events of a key. */
        public boolean reads(String key) {
            return keys.isEmpty() || keys.contains(key);
        }

        /** Whether enough of them have happened. */
        public boolean settledBy(List<Event> events) {
            return keys.stream()
                            .filter(key -> events.stream()
                                    .anyMatch(event -> event.key().equals(key)))
                            .count()
                    >= needed;
        }
    }
}

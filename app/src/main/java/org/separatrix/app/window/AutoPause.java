package org.separatrix.app.window;

import java.util.List;
import org.separatrix.lab.Event;
import org.separatrix.run.Stop;

/** When a run that plays pauses by itself, as a user chooses it. */
sealed interface AutoPause {
    /** The choice in words. */
    String words();

    /**
     * The moment to wait for.
     *
     * @param until when the preset has shown what there is to see
     * @param reached how far the run has come
     * @param events what has happened so far
     */
    Stop stop(double until, double reached, List<Event> events);

    /** When the preset has shown what there is to see. */
    record AtEnd() implements AutoPause {
        @Override
        public String words() {
            return "Pause when the preset has shown it all";
        }

        @Override
        public Stop stop(double until, double reached, List<Event> events) {
            return new AtTime(until).stop(until, reached, events);
        }
    }

    /** Not at all. */
    record Never() implements AutoPause {
        @Override
        public String words() {
            return "Do not pause by itself";
        }

        @Override
        public Stop stop(double until, double reached, List<Event> events) {
            return Stop.NEVER;
        }
    }

    /** At a time. */
    record AtTime(double time) implements AutoPause {
        @Override
        public String words() {
            return "Pause at time " + Readout.number(time);
        }

        @Override
        public Stop stop(double until, double reached, List<Event> events) {
            return reached < time ? new Stop.AtTime(time) : Stop.NEVER;
        }
    }

    /** Whenever something happens. */
    record AtNextEvent() implements AutoPause {
        @Override
        public String words() {
            return "Pause at every event";
        }

        @Override
        public Stop stop(double until, double reached, List<Event> events) {
            return new Stop.AfterEvents(events.size());
        }
    }

    /** When one thing happens. */
    record AtEvent(String key, String label) implements AutoPause {
        @Override
        public String words() {
            return "Pause at “" + label + "”";
        }

        @Override
        public Stop stop(double until, double reached, List<Event> events) {
            var awaited = new Stop.AtEvent(key);
            return awaited.reached(0, reached, events) ? Stop.NEVER : awaited;
        }
    }
}

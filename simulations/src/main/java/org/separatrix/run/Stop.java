package org.separatrix.run;

import java.util.List;
import java.util.stream.Collectors;
import org.separatrix.lab.Event;
import org.separatrix.lab.Numbers;

/** When a run that plays comes to rest by itself. Looked at after each step. */
public sealed interface Stop {
    /** It plays on until it is told otherwise, or the experiment is over. */
    Stop NEVER = new Never();

    /**
     * Whether the moment has come.
     *
     * @param events those seen at the recorded moments so far
     */
    boolean reached(long step, double time, List<Event> events);

    /** Whether it depends on events of a key. */
    default boolean waitsFor(String event) {
        return false;
    }

    /** The moment in words: "step 1000". */
    String words();

    /** Of several moments, those that have come. */
    default Stop met(long step, double time, List<Event> events) {
        return this;
    }

    /** What is left to wait for once the moment has come and the run is played on. */
    default Stop rest(long step, double time, List<Event> events) {
        return reached(step, time, events) ? NEVER : this;
    }

    /** After so many steps. */
    record AtStep(long target) implements Stop {
        @Override
        public boolean reached(long step, double time, List<Event> events) {
            return step >= target;
        }

        @Override
        public String words() {
            return "step " + target;
        }
    }

    /** At the first step whose time is the given one or later. */
    record AtTime(double target) implements Stop {
        @Override
        public boolean reached(long step, double time, List<Event> events) {
            // A sum of equal time steps may miss the target by its rounding, and must not cost one more step.
            return time >= target - 1e-9 * Math.abs(target);
        }

        @Override
        public String words() {
            return "time " + Numbers.format(target);
        }
    }

    /** At the first recorded moment that reports the event. */
    record AtEvent(String key) implements Stop {
        @Override
        public boolean reached(long step, double time, List<Event> events) {
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).key().equals(key)) return true;
            }
            return false;
        }

        @Override
        public boolean waitsFor(String event) {
            return event.equals(key);
        }

        @Override
        public String words() {
            return "the event " + key;
        }
    }

    /** At the first recorded moment that reports more than so many events. */
    record AfterEvents(int count) implements Stop {
        @Override
        public boolean reached(long step, double time, List<Event> events) {
            return events.size() > count;
        }

        @Override
        public boolean waitsFor(String event) {
            return true;
        }

        @Override
        public String words() {
            return "an event";
        }
    }

    /** Not at all. */
    record Never() implements Stop {
        @Override
        public boolean reached(long step, double time, List<Event> events) {
            return false;
        }

        @Override
        public String words() {
            return "no moment";
        }
    }

    /** At whichever comes first; played on, the run waits for the others. */
    record Any(List<Stop> stops) implements Stop {
        public Any {
            stops = List.copyOf(stops);
        }

        @Override
        public boolean reached(long step, double time, List<Event> events) {
            for (int i = 0; i < stops.size(); i++) {
                if (stops.get(i).reached(step, time, events)) return true;
            }
            return false;
        }

        @Override
        public boolean waitsFor(String event) {
            return stops.stream().anyMatch(stop -> stop.waitsFor(event));
        }

        @Override
        public String words() {
            return stops.stream().map(Stop::words).collect(Collectors.joining(" or "));
        }

        @Override
        public Stop met(long step, double time, List<Event> events) {
            return new Any(stops.stream()
                    .filter(stop -> stop.reached(step, time, events))
                    .toList());
        }

        @Override
        public Stop rest(long step, double time, List<Event> events) {
            return new Any(stops.stream()
                    .map(stop -> stop.rest(step, time, events))
                    .filter(stop -> stop != NEVER)
                    .toList());
        }
    }
}

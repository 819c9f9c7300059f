package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.Fading;

/**
 * Who responds in which tick, and how old the news is that each acts on: drawn tick by tick, or given. Draws are made for
 * every user, idle or not, so that users who come and go do not change the others' fate.
 */
final class Schedule {
    private final int users;
    private final SplittableRandom stream;
    private final Optional<double[]> givenUpdates;
    private final Optional<double[]> givenDelays;
    private final int length;
    private final int longestGiven;
    private final boolean[] updates;
    private final int[] delays;
    private double probability;
    private int longest;
    private Knobs.Delays law;
    private int tick;

    Schedule(Settings settings, Data data, int users) {
        this.users = users;
        stream = new SplittableRandom(settings.get(Knobs.SCHEDULE_SEED));
        givenUpdates = data.find("updates").map(array -> rows(array, users, "updates"));
        givenDelays = data.find("delays").map(array -> rows(array, users * users, "delays"));
        length = givenUpdates.map(values -> values.length / users).orElse(Integer.MAX_VALUE);
        if (givenUpdates.isPresent() != givenDelays.isPresent()
                || givenDelays
                        .map(values -> values.length / users / users != length)
                        .orElse(false)) throw new InvalidData("updates and delays go together: T x K and T x K x K");
        longestGiven = givenDelays.map(Schedule::longest).orElse(0);
        updates = new boolean[users];
        delays = new int[users * users];
        change(settings);
    }

    private static double[] rows(Array array, int width, String name) {
        double[] values = array.values();
        if (array.shape().length < 2 || values.length == 0 || values.length != array.shape()[0] * width)
            throw new InvalidData(name + " has the shape " + array.words() + ", expected T rows of " + width);
        return values;
    }

    private static int longest(double[] delays) {
        double most = 0;
        for (double delay : delays) {
            if (!(delay >= 0 && delay <= Knobs.LONGEST_DELAY && delay == Math.rint(delay)))
                throw new InvalidData("delays holds " + delay + ": a delay is a whole number of ticks from 0 to "
                        + Knobs.LONGEST_DELAY);
            most = Math.max(most, delay);
        }
        return (int) most;
    }

    /** Takes over the live parameters. */
    void change(Settings settings) {
        probability = settings.get(Knobs.Q);
        longest = givenDelays.isPresent() ? longestGiven : settings.size(Knobs.D);
        law = settings.get(Knobs.DELAYS);
    }

    /** The largest delay there can be. */
    int longest() {
        return longest;
    }

    /** Whether a given schedule has come to its end. */
    boolean finished() {
        return tick >= length;
    }

    /** Goes on to the next tick. */
    void advance() {
        if (givenUpdates.isPresent()) recall(givenUpdates.get(), givenDelays.get());
        else draw();
        tick++;
    }

    private void recall(double[] allUpdates, double[] allDelays) {
        for (int k = 0; k < users; k++) updates[k] = allUpdates[tick * users + k] != 0;
        for (int i = 0; i < delays.length; i++) delays[i] = (int) allDelays[tick * delays.length + i];
    }

    private void draw() {
        for (int k = 0; k < users; k++) {
            updates[k] = Fading.uniform(stream) < probability;
            switch (law) {
                case FIXED -> Arrays.fill(delays, k * users, (k + 1) * users, longest);
                case USER -> Arrays.fill(delays, k * users, (k + 1) * users, age());
                case LINK -> {
                    for (int j = 0; j < users; j++) delays[k * users + j] = age();
                }
            }
        }
    }

    private int age() {
        return (int) (Fading.uniform(stream) * (longest + 1));
    }

    /** Who responds in this tick. */
    boolean[] updates() {
        return updates;
    }

    /** How old the news is that {@code k} has of {@code j}. */
    int delay(int k, int j) {
        return delays[k * users + j];
    }

    /** Whether all news that a user acts on is equally old. */
    boolean uniform(int k) {
        for (int j = 1; j < users; j++) if (delays[k * users + j] != delays[k * users]) return false;
        return true;
    }
}

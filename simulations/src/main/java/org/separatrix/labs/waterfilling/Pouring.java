package org.separatrix.labs.waterfilling;

import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.BestResponses;

/**
 * One user's move: it measures its floor, with an error or without, pours its power onto it, on all tones or on some, and
 * goes as far towards that as the relaxation lets it. Users may move at the same time on different threads.
 */
final class Pouring {
    private final int tones;
    private final RandomStream[] errors;
    private final RandomStream[] choices;
    private final double[] givenErrors;
    private final double[] measured;
    private final double[] targets;
    private final Part[] parts;

    /** Scratch of one thread for an update of some tones. */
    private static final class Part {
        private final int[] tones;
        private final double[] floors;
        private final double[] caps;
        private final double[] poured;

        Part(int size) {
            tones = new int[size];
            floors = new double[size];
            caps = new double[size];
            poured = new double[size];
        }
    }

    Pouring(long seed, Data data, int users, int tones, Crew crew) {
        this.tones = tones;
        errors = new RandomStream[users];
        choices = new RandomStream[users];
        for (int k = 0; k < users; k++) {
            errors[k] = RandomStream.of(seed, "measurement", k);
            choices[k] = RandomStream.of(seed, "tones", k);
        }
        givenErrors = data.find("xi")
                .map(array -> {
                    double[] values = array.values();
                    if (values.length == 0 || values.length != array.shape()[0] * users * tones)
                        throw new InvalidData(
                                "xi has the shape " + array.words() + ", expected T x " + users + " x " + tones);
                    return values;
                })
                .orElse(null);
        measured = new double[users * tones];
        targets = new double[users * tones];
        parts = new Part[crew.each().size()];
        for (int part = 0; part < parts.length; part++) parts[part] = new Part(tones);
    }

    /** Whether errors that were given have come to their end before a step. */
    boolean finished(long step) {
        return givenErrors != null && step >= givenErrors.length / measured.length;
    }

    /**
     * Moves one user.
     *
     * @param seen its floor as it is, and its best response
     * @param powers K x N, of which its row changes
     * @param step counts from 0, to find a given error
     * @param part the thread
     */
    void move(
            int user,
            BestResponses seen,
            double[] powers,
            Settings settings,
            double lambda,
            long step,
            Kernels kernels,
            int part) {
        int from = user * tones;
        double s = settings.get(Knobs.NOISE);
        double fraction = settings.get(Knobs.FRACTION);
        double[] floors = seen.floors();
        double[] target = seen.responses();
        if (s > 0) {
            measure(user, floors, s, step);
            floors = measured;
        }
        if (fraction < 1) {
            refill(user, floors, seen.game().caps(), powers, fraction, kernels, parts[part]);
            target = targets;
        } else if (s > 0) {
            double budget = seen.game().budgets()[user];
            kernels.waterFill(tones, measured, from, seen.game().caps(), from, budget, targets, from);
            target = targets;
        }
        for (int i = from; i < from + tones; i++) powers[i] = (1 - lambda) * powers[i] + lambda * target[i];
    }

    private void measure(int user, double[] floors, double s, long step) {
        int from = user * tones;
        for (int i = from; i < from + tones; i++) {
            double xi =
                    givenErrors == null ? errors[user].nextGaussian() : givenErrors[(int) (step * measured.length) + i];
            measured[i] = floors[i] * StrictMath.exp(s * xi - s * s / 2);
        }
    }

    /** Pours what power is on some tones, drawn at random, onto them anew. */
    private void refill(
            int user, double[] floors, double[] caps, double[] powers, double fraction, Kernels kernels, Part part) {
        int from = user * tones;
        System.arraycopy(powers, from, targets, from, tones);
        int count = Math.min(tones, Math.max(2, (int) Math.ceil(fraction * tones)));
        draw(choices[user], part.tones, count);
        double budget = 0;
        boolean usable = false;
        for (int i = 0; i < count; i++) {
            int tone = from + part.tones[i];
            part.floors[i] = floors[tone];
            part.caps[i] = caps[tone];
            budget += powers[tone];
            usable |= floors[tone] < Double.POSITIVE_INFINITY;
        }
        if (budget == 0 || !usable) return;
        kernels.waterFill(count, part.floors, 0, part.caps, 0, budget, part.poured, 0);
        for (int i = 0; i < count; i++) targets[from + part.tones[i]] = part.poured[i];
    }

    /** Puts a random choice of so many tones first. */
    private void draw(RandomStream stream, int[] choice, int count) {
        for (int n = 0; n < tones; n++) choice[n] = n;
        for (int i = 0; i < count; i++) {
            int j = i + (int) stream.nextLong(tones - i);
            int tone = choice[j];
            choice[j] = choice[i];
            choice[i] = tone;
        }
    }
}

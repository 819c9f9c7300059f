package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.RandomStream;
import org.separatrix.compute.Workers;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.BestResponses;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.Starts;

/**
 * The process itself: powers that move towards best responses, all at once, one user after the other, or as a schedule
 * says. After every step the best responses to the exact present powers are known, and so the residual.
 */
final class Dynamics {
    private final Crew crew;
    private final Schedule schedule;
    private final Pouring pouring;
    private final History history = new History();
    private final RandomStream shuffles;
    private final double[] powers;
    private final double[] settledPowers;
    private final int[] order;
    private final Workers.Task together = this::moveTogether;
    private final Workers.Task scheduled = this::moveScheduled;
    private Settings settings;
    private Game game;
    /** The game of the last step. */
    private Game settled;

    private BestResponses now;
    private BestResponses seen;
    private int players;
    private double lambda;
    private long steps;
    private long changed;
    private double iterations;
    private double ticks;

    Dynamics(Settings settings, Data data, Game game, double[] start, Crew crew) {
        this.crew = crew;
        schedule = new Schedule(settings, data, game.users());
        pouring = new Pouring(settings.seed(), data, game.users(), game.tones(), crew);
        shuffles = RandomStream.of(settings.seed(), "order", 0);
        powers = start.clone();
        settledPowers = start.clone();
        settled = game;
        order = new int[game.users()];
        take(settings, game);
    }

    /**
     * Takes over live parameters, and powers that fit the budgets and caps of another game. Whatever was taken over since
     * the last step is forgotten, so that a slider acts by where it ends.
     */
    void change(Settings next, Game other) {
        if (settled == game) System.arraycopy(powers, 0, settledPowers, 0, powers.length);
        System.arraycopy(settledPowers, 0, powers, 0, powers.length);
        fit(settled, other);
        changed = steps;
        take(next, other);
    }

    private void take(Settings next, Game other) {
        settings = next;
        schedule.change(next);
        if (other != game) {
            game = other;
            players = other.players().length;
            now = new BestResponses(other, crew);
            seen = new BestResponses(other, crew);
        }
        now.to(powers);
    }

    /** Scales powers to new budgets and brings them within new caps; a user who comes back spreads its power equally. */
    private void fit(Game before, Game after) {
        if (before == after) return;
        int tones = after.tones();
        var starts = new Starts(after, crew);
        for (int k = 0; k < after.users(); k++) {
            double old = before.budgets()[k];
            double budget = after.budgets()[k];
            if (old == budget) continue;
            if (old == 0) System.arraycopy(starts.equal(), k * tones, powers, k * tones, tones);
            else for (int i = k * tones; i < (k + 1) * tones; i++) powers[i] *= budget / old;
        }
        double[] nearest = null;
        for (int i = 0; i < powers.length; i++) {
            if (powers[i] <= after.caps()[i]) continue;
            if (nearest == null) nearest = starts.nearest(powers);
            int row = i / tones * tones;
            System.arraycopy(nearest, row, powers, row, tones);
        }
    }

    /** Takes one step: an update of all, a sweep, or a tick. */
    void advance() {
        lambda = settings.get(Knobs.LAMBDA);
        if (settings.get(Knobs.DIMINISH))
            lambda /= StrictMath.pow(1 + (steps - changed) / settings.get(Knobs.TAU), settings.get(Knobs.KAPPA));
        switch (settings.get(Knobs.UPDATE)) {
            case SIMULTANEOUS -> {
                history.forget();
                crew.run(together);
                iterations += 1;
                ticks += 1;
            }
            case SEQUENTIAL -> {
                history.forget();
                sweep();
                iterations += 1;
                ticks += Math.max(1, players);
            }
            case ASYNCHRONOUS -> {
                tick();
                ticks += 1;
            }
        }
        steps++;
        settled = game;
        now.to(powers);
    }

    private void moveTogether(int part, int parts) {
        int end = Workers.bound(part + 1, parts, game.users(), 1);
        for (int k = Workers.bound(part, parts, game.users(), 1); k < end; k++) move(k, now, part);
    }

    private void move(int user, BestResponses from, int part) {
        if (game.present(user)) pouring.move(user, from, powers, settings, lambda, steps, crew.kernels(part), part);
    }

    private void sweep() {
        arrange();
        for (int k : order) {
            seen.to(powers, k, crew.kernels(0));
            move(k, seen, 0);
        }
    }

    private void arrange() {
        int users = order.length;
        for (int i = 0; i < users; i++) order[i] = i;
        switch (settings.get(Knobs.ORDER)) {
            case NATURAL -> {}
            case REVERSED -> {
                for (int i = 0; i < users; i++) order[i] = users - 1 - i;
            }
            case RANDOM -> {
                for (int i = users - 1; i > 0; i--) {
                    int j = (int) shuffles.nextLong(i + 1L);
                    int user = order[j];
                    order[j] = order[i];
                    order[i] = user;
                }
            }
        }
    }

    private void tick() {
        history.remember(schedule.longest() + 1, powers);
        history.add(powers);
        schedule.advance();
        crew.run(scheduled);
        int moved = 0;
        for (int k = 0; k < game.users(); k++) if (schedule.updates()[k] && game.present(k)) moved++;
        iterations += (double) moved / Math.max(1, players);
    }

    private void moveScheduled(int part, int parts) {
        int end = Workers.bound(part + 1, parts, game.users(), 1);
        for (int k = Workers.bound(part, parts, game.users(), 1); k < end; k++)
            if (schedule.updates()[k]) {
                listen(k, crew.kernels(part));
                move(k, seen, part);
            }
    }

    /** Finds the floor of a user from news as old as the schedule says. */
    private void listen(int user, Kernels kernels) {
        int users = game.users();
        int tones = game.tones();
        int row = user * tones;
        double[] links = game.links().values();
        Arrays.fill(seen.floors(), row, row + tones, 0);
        if (schedule.uniform(user)) {
            double[] known = history.at(schedule.delay(user, 0));
            kernels.addColumnDots(users, tones, links, row * users, known, 0, seen.floors(), row);
        } else {
            for (int j = 0; j < users; j++)
                kernels.addColumnDots(
                        1,
                        tones,
                        links,
                        row * users + j * tones,
                        history.at(schedule.delay(user, j)),
                        j * tones,
                        seen.floors(),
                        row);
        }
        seen.respond(user, kernels);
    }

    /** Whether a given schedule, or given errors, allow no further step. */
    boolean finished() {
        boolean untimely = settings.get(Knobs.UPDATE) == Knobs.Update.ASYNCHRONOUS && schedule.finished();
        return untimely || settings.get(Knobs.NOISE) > 0 && pouring.finished(steps);
    }

    Game game() {
        return game;
    }

    /** The present powers, K x N: the process's own array. */
    double[] powers() {
        return powers;
    }

    /** The best responses to the present powers. */
    BestResponses now() {
        return now;
    }

    /** The relaxation of the last step. */
    double lambda() {
        return lambda;
    }

    /** The order of the last sweep. */
    int[] order() {
        return order;
    }

    /** Who responded in the last tick, on how old news. */
    Schedule schedule() {
        return schedule;
    }

    /** Updates so far, divided by the number of users. */
    double iterations() {
        return iterations;
    }

    /** Moments of measurement so far: a sweep takes one for each user. */
    double ticks() {
        return ticks;
    }
}

package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Workers;

/**
 * The best responses of all users to given powers, with the floors they were poured on. Mutable: the arrays hold what the
 * last call found. Users are shared among the threads of a crew; the bits do not depend on their number.
 */
public final class BestResponses {
    private static final double LN2 = Math.log(2);

    /** A product of this size or its inverse is taken as a logarithm before it can leave the numbers. */
    private static final double LARGE = 1e200;

    private final Game game;
    private final Crew crew;
    private final double[] floors;
    private final double[] responses;
    private final double[] levels;
    private final double[] distances;
    private final Workers.Task all = this::share;
    private double[] powers;

    public BestResponses(Game game, Crew crew) {
        this.game = game;
        this.crew = crew;
        floors = new double[game.users() * game.tones()];
        responses = new double[floors.length];
        levels = new double[game.users()];
        distances = new double[game.users()];
    }

    public Game game() {
        return game;
    }

    /** Responds for every user to powers, K x N. */
    public void to(double[] powers) {
        this.powers = powers;
        crew.run(all);
        this.powers = null;
    }

    private void share(int part, int parts) {
        int users = game.users();
        int end = Workers.bound(part + 1, parts, users, 1);
        for (int k = Workers.bound(part, parts, users, 1); k < end; k++) to(powers, k, crew.kernels(part));
    }

    /** Responds for one user. */
    public void to(double[] powers, int user, Kernels kernels) {
        int tones = game.tones();
        int from = user * tones;
        Arrays.fill(floors, from, from + tones, 0);
        kernels.addColumnDots(game.users(), tones, game.links().values(), from * game.users(), powers, 0, floors, from);
        respond(user, kernels);
        distances[user] = game.present(user) ? distance(powers, from, tones) / game.budgets()[user] : 0;
    }

    /**
     * Responds for one user to interference that was summed up in its row of {@link #floors}, before it is multiplied by
     * the strength.
     */
    public void respond(int user, Kernels kernels) {
        int tones = game.tones();
        int from = user * tones;
        kernels.scale(from, from + tones, game.strength(), floors);
        kernels.axpy(from, from + tones, 1, game.noise(), floors);
        levels[user] = kernels.waterFill(tones, floors, from, game.caps(), from, game.budgets()[user], responses, from);
    }

    private double distance(double[] powers, int from, int tones) {
        double sum = 0;
        for (int i = from; i < from + tones; i++) sum += (powers[i] - responses[i]) * (powers[i] - responses[i]);
        return Math.sqrt(sum);
    }

    /** The floors c, K x N. */
    public double[] floors() {
        return floors;
    }

    /** The best responses, K x N. */
    public double[] responses() {
        return responses;
    }

    /** The water levels, K. */
    public double[] levels() {
        return levels;
    }

    /** How far each user is from its best response, relative to its budget, K; 0 for a user that is away. */
    public double[] distances() {
        return distances;
    }

    /** The largest of the distances: 0 at an equilibrium alone. */
    public double residual() {
        double most = 0;
        for (double distance : distances) most = Math.max(most, distance);
        return most;
    }

    /** The rate of a user that sends {@code powers}, K x N, on the present floors, in bits per symbol. */
    public double rate(double[] powers, int user) {
        int from = user * game.tones();
        double bits = 0;
        double product = 1;
        for (int i = from; i < from + game.tones(); i++) {
            if (!(powers[i] > 0)) continue;
            product *= 1 + powers[i] / floors[i];
            if (product > LARGE) {
                bits += StrictMath.log(product) / LN2;
                product = 1;
            }
        }
        return bits + StrictMath.log(product) / LN2;
    }

    /** The sum of the rates of all users. */
    public double sumRate(double[] powers) {
        double sum = 0;
        for (int k = 0; k < game.users(); k++) sum += rate(powers, k);
        return sum;
    }

    /** What a user could gain by its best response alone, in bits per symbol; 0 or more. */
    public double regret(double[] powers, int user) {
        return Math.max(0, rate(responses, user) - rate(powers, user));
    }
}

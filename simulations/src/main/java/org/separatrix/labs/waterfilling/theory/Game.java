package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.InvalidData;

/**
 * The game that users play when each maximises its own rate. Immutable; the arrays belong to it.
 *
 * @param links who hears whom
 * @param strength multiplies the links: the SNR gap, times the strength of interference
 * @param noise K x N: noise divided by the user's own gain, times the gap; infinite where the own gain is 0
 * @param budgets K: the powers to spend; 0 for a user that is away
 * @param caps K x N: the most power allowed on a tone, infinity for no bound, 0 where the own gain is 0
 */
public record Game(Links links, double strength, double[] noise, double[] budgets, double[] caps) {
    /** Relative rounding allowed between a budget and the caps that hold it. */
    private static final double ROUNDING = 1e-12;

    /** @throws InvalidData where the caps of a user hold less than its budget */
    public Game {
        int tones = links.tones();
        for (int k = 0; k < budgets.length; k++) {
            double room = 0;
            for (int n = 0; n < tones; n++) room += caps[k * tones + n];
            if (budgets[k] > room * (1 + ROUNDING))
                throw new InvalidData("mask infeasible for user " + k + ": sum of caps " + (float) room + " < budget "
                        + (float) budgets[k] + ", allow at least the budget");
        }
    }

    /**
     * The game on a channel.
     *
     * @param links those of the channel
     * @param interference multiplies the cross gains
     * @param gap the SNR gap, 1 or more
     * @param noiseFactor multiplies the noise
     * @param budgets K
     * @param caps K x N, infinity for no bound
     */
    public static Game on(
            Channel channel,
            Links links,
            double interference,
            double gap,
            double noiseFactor,
            double[] budgets,
            double[] caps) {
        int tones = channel.tones();
        double[] noise = new double[channel.users() * tones];
        double[] usable = caps.clone();
        for (int i = 0; i < noise.length; i++) {
            double own = channel.direct(i / tones, i % tones);
            noise[i] = own > 0 ? gap * noiseFactor * channel.noise()[i] / own : Double.POSITIVE_INFINITY;
            if (!(own > 0)) usable[i] = 0;
        }
        return new Game(links, gap * interference, noise, budgets, usable);
    }

    public int users() {
        return links.users();
    }

    public int tones() {
        return links.tones();
    }

    /** a_kj(n), how strongly {@code k} hears {@code j} on tone {@code n}; 0 for itself. */
    public double coupling(int k, int j, int n) {
        return strength * links.get(k, j, n);
    }

    /** w_k(n). */
    public double noise(int k, int n) {
        return noise[k * tones() + n];
    }

    public double cap(int k, int n) {
        return caps[k * tones() + n];
    }

    /** Whether a user plays. */
    public boolean present(int k) {
        return budgets[k] > 0;
    }

    /** The users that play. */
    public int[] players() {
        return IntStream.range(0, users()).filter(this::present).toArray();
    }

    /** The largest budget. */
    public double largestBudget() {
        return Arrays.stream(budgets).max().orElse(0);
    }

    /** Whether no tone of a player has a cap. */
    public boolean unmasked() {
        return IntStream.range(0, caps.length)
                .noneMatch(i -> present(i / tones())
                        && caps[i] < Double.POSITIVE_INFINITY
                        && noise[i] < Double.POSITIVE_INFINITY);
    }

    /** A matrix of pairs of all users, times the strength, among the players alone, in their order. */
    Matrix amongPlayers(Matrix pairs) {
        int[] players = players();
        double[] values = new double[players.length * players.length];
        for (int i = 0; i < players.length; i++)
            for (int m = 0; m < players.length; m++)
                values[i * players.length + m] = strength * pairs.get(players[i], players[m]);
        return Matrix.of(players.length, players.length, values);
    }

    /** The couplings on one tone between players, in their order. */
    Matrix tone(int n, int[] players) {
        double[] values = new double[players.length * players.length];
        for (int i = 0; i < players.length; i++)
            for (int m = 0; m < players.length; m++)
                values[i * players.length + m] = coupling(players[i], players[m], n);
        return Matrix.of(players.length, players.length, values);
    }
}

package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;

/** Games for tests. */
public final class Games {
    private Games() {}

    /** Rayleigh fading over four taps, as the reference draws it: budgets N, noise 10^(-SNR/10). */
    public static Game rayleigh(long seed, int users, int tones, double alpha, double snr) {
        return on(new Fading(seed, 4, 0).gains(users, tones), users, tones, alpha, Math.pow(10, -snr / 10), tones);
    }

    /** Gains of which those between different users are multiplied by the interference. */
    public static Game on(double[] gains, int users, int tones, double alpha, double noise, double budget) {
        double[] sigma2 = filled(users * tones, noise);
        Channel channel = new Channel(users, tones, gains, sigma2);
        return Game.on(
                channel,
                Links.of(channel),
                alpha,
                1,
                1,
                filled(users, budget),
                filled(users * tones, Double.POSITIVE_INFINITY));
    }

    /** The same gain on every tone of every link between different users; own gains of 1. */
    public static Game flat(int users, int tones, double alpha, double noise, double budget) {
        return on(filled(users * users * tones, 1), users, tones, alpha, noise, budget);
    }

    /** User k hears user k + 1 alone. */
    public static Game cyclic(double alpha) {
        double[] gains = new double[3 * 3 * 2];
        for (int i = 0; i < gains.length; i++) {
            int k = i / 6;
            int j = i / 2 % 3;
            gains[i] = j == k || j == (k + 1) % 3 ? 1 : 0;
        }
        return on(gains, 3, 2, alpha, 0.1, 1);
    }

    public static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    public static BestResponses responses(Game game) {
        return new BestResponses(game, Reference.ALONE);
    }

    public static Starts starts(Game game) {
        return new Starts(game, Reference.ALONE);
    }

    /** One sequential sweep in the order of the users. */
    public static void sweep(BestResponses responses, double[] p, double lambda) {
        int tones = responses.game().tones();
        for (int k = 0; k < responses.game().users(); k++) {
            responses.to(p, k, Reference.ALONE.kernels(0));
            for (int i = k * tones; i < (k + 1) * tones; i++)
                p[i] = (1 - lambda) * p[i] + lambda * responses.responses()[i];
        }
    }

    /** One simultaneous update. */
    public static void update(BestResponses responses, double[] p, double lambda) {
        responses.to(p);
        for (int i = 0; i < p.length; i++)
            p[i] = (1 - lambda) * p[i] + lambda * responses.responses()[i];
    }

    /** The equilibrium that sequential updates reach from equal power. */
    public static double[] equilibrium(Game game) {
        double[] p = starts(game).equal();
        BestResponses responses = responses(game);
        for (int sweep = 0; sweep < 1000; sweep++) sweep(responses, p, 1);
        return p;
    }

    /** The Euclidean lengths of the differences, user by user. */
    public static double[] lengths(double[] p, double[] q, int tones) {
        double[] lengths = new double[p.length / tones];
        for (int i = 0; i < p.length; i++) lengths[i / tones] += (p[i] - q[i]) * (p[i] - q[i]);
        return Arrays.stream(lengths).map(Math::sqrt).toArray();
    }

    /** The largest of some lengths over their weights. */
    public static double weighted(double[] lengths, double[] weights) {
        double most = 0;
        for (int k = 0; k < lengths.length; k++) most = Math.max(most, lengths[k] / weights[k]);
        return most;
    }
}

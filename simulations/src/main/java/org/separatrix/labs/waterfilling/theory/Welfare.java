package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;

/** What powers are worth to all users together, and what a planner could reach: the baselines of selfish play. */
public final class Welfare {
    private static final double POSITIVE = 1e-3;
    private static final double INTERIOR = 0.999;

    private final Game game;
    private final Crew crew;
    private final BestResponses responses;

    public Welfare(Game game, Crew crew) {
        this.game = game;
        this.crew = crew;
        responses = new BestResponses(game, crew);
    }

    /** The sum of all rates, in bits per symbol. */
    public double of(double[] powers) {
        responses.to(powers);
        return responses.sumRate(powers);
    }

    /** The rates of all users. */
    public double[] rates(double[] powers) {
        responses.to(powers);
        double[] rates = new double[game.users()];
        for (int k = 0; k < rates.length; k++) rates[k] = responses.rate(powers, k);
        return rates;
    }

    /**
     * A stationary point of the sum rate, with budgets that need not be spent, from positive powers: weighted minimum mean
     * square error updates, which never lower the sum rate (Shi, Razaviyayn, Luo, He 2011). Masks are not regarded.
     *
     * @param tolerance where an update gains less than this many bits, it is the last
     */
    public double[] improve(double[] powers, int iterations, double tolerance) {
        int users = game.users();
        int tones = game.tones();
        double[] amplitude =
                Arrays.stream(powers).map(p -> Math.sqrt(Math.max(p, 1e-12))).toArray();
        double[] receiver = new double[powers.length];
        double[] weight = new double[powers.length];
        double[] harm = new double[powers.length];
        double[] p = new double[powers.length];
        double last = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; iteration < iterations; iteration++) {
            for (int i = 0; i < p.length; i++) p[i] = amplitude[i] * amplitude[i];
            responses.to(p);
            double rate = responses.sumRate(p);
            if (rate - last < tolerance) break;
            last = rate;
            // All in units of the user's own gain, in which it is 1: floors are noise plus interference.
            for (int i = 0; i < p.length; i++) {
                receiver[i] = amplitude[i] / (responses.floors()[i] + p[i]);
                weight[i] = 1 / (1 - receiver[i] * amplitude[i]);
            }
            for (int j = 0; j < users; j++)
                for (int n = 0; n < tones; n++) {
                    double sum = weighted(weight, receiver, j * tones + n);
                    for (int k = 0; k < users; k++)
                        if (k != j) sum += weighted(weight, receiver, k * tones + n) * game.coupling(k, j, n);
                    harm[j * tones + n] = sum;
                }
            for (int k = 0; k < users; k++) transmit(k, receiver, weight, harm, amplitude);
        }
        return p;
    }

    private static double weighted(double[] weight, double[] receiver, int i) {
        return weight[i] * receiver[i] * receiver[i];
    }

    /** The amplitudes W u / (harm + eta), with the price eta of power that keeps the budget, 0 where it is not spent. */
    private void transmit(int k, double[] receiver, double[] weight, double[] harm, double[] amplitude) {
        int from = k * game.tones();
        int to = from + game.tones();
        double gains = 0;
        for (int i = from; i < to; i++) gains += weight[i] * weight[i] * receiver[i] * receiver[i];
        double price = 0;
        if (spent(from, to, receiver, weight, harm, 0) > game.budgets()[k]) {
            double low = 0;
            double high = Math.sqrt(gains / game.budgets()[k]);
            for (int step = 0; step < 60; step++) {
                double middle = (low + high) / 2;
                if (spent(from, to, receiver, weight, harm, middle) > game.budgets()[k]) low = middle;
                else high = middle;
            }
            price = high;
        }
        for (int i = from; i < to; i++)
            amplitude[i] = receiver[i] == 0 ? 0 : weight[i] * receiver[i] / (harm[i] + price);
    }

    private static double spent(int from, int to, double[] receiver, double[] weight, double[] harm, double price) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (receiver[i] == 0) continue;
            double amplitude = weight[i] * receiver[i] / (harm[i] + price);
            sum += amplitude * amplitude;
        }
        return sum;
    }

    /**
     * The best powers found for all together, from equal power, from near the given equilibria, and from random starts with
     * and without shared tones. A lower bound on the optimum. Masks are not regarded.
     */
    public double[] optimum(List<double[]> equilibria, int randomStarts, int iterations, double tolerance) {
        Starts starts = new Starts(game, crew);
        double[] equal = starts.equal();
        double[] best = improve(equal, iterations, tolerance);
        double most = of(best);
        SplittableRandom stream = new SplittableRandom(1);
        for (int i = 0; i < equilibria.size() + 2 * randomStarts; i++) {
            double[] start;
            if (i < equilibria.size()) start = between(equilibria.get(i), equal);
            else if (i % 2 == 0) start = divided(stream);
            else start = Fading.uniformPowers(stream.nextLong(), game.budgets(), game.tones());
            double[] found = improve(start, iterations, tolerance);
            double rate = of(found);
            if (rate > most) {
                most = rate;
                best = found;
            }
        }
        return best;
    }

    private static double[] between(double[] p, double[] q) {
        double[] mean = new double[p.length];
        for (int i = 0; i < p.length; i++) mean[i] = INTERIOR * p[i] + (1 - INTERIOR) * q[i];
        return mean;
    }

    /** Almost every tone's power to one user, drawn at random. */
    private double[] divided(SplittableRandom stream) {
        int users = game.users();
        int tones = game.tones();
        double[] powers = new double[users * tones];
        Arrays.fill(powers, POSITIVE);
        for (int n = 0; n < tones; n++) powers[(int) (Fading.uniform(stream) * users) * tones + n] += 1;
        for (int k = 0; k < users; k++) {
            double sum = 0;
            for (int n = 0; n < tones; n++) sum += powers[k * tones + n];
            for (int n = 0; n < tones; n++) powers[k * tones + n] *= game.budgets()[k] / sum;
        }
        return powers;
    }

    /** How many ways there are to give every tone to one user. */
    public double divisions() {
        return Math.pow(game.users(), game.tones());
    }

    /** The best powers where every tone belongs to one user, who fills its own tones; of all {@link #divisions}. */
    public double[] bestDivision() {
        int[] owner = new int[game.tones()];
        double[] best = new double[game.users() * game.tones()];
        double most = -1;
        do {
            double[] p = fill(owner);
            double rate = of(p);
            if (rate > most) {
                most = rate;
                best = p;
            }
        } while (next(owner, game.users()));
        return best;
    }

    /** The division that gives every tone to the user who sends most on it; each user then fills its own tones. */
    public double[] division(double[] powers) {
        int tones = game.tones();
        int[] owner = new int[tones];
        for (int n = 0; n < tones; n++)
            for (int k = 1; k < game.users(); k++)
                if (powers[k * tones + n] > powers[owner[n] * tones + n]) owner[n] = k;
        return fill(owner);
    }

    private double[] fill(int[] owner) {
        int tones = game.tones();
        Kernels kernels = crew.kernels(0);
        double[] p = new double[game.users() * tones];
        double[] floor = new double[tones];
        for (int k = 0; k < game.users(); k++) {
            double room = 0;
            for (int n = 0; n < tones; n++) {
                floor[n] = owner[n] == k ? game.noise(k, n) : Double.POSITIVE_INFINITY;
                if (floor[n] < Double.POSITIVE_INFINITY) room += game.cap(k, n);
            }
            if (room > 0)
                kernels.waterFill(
                        tones, floor, 0, game.caps(), k * tones, Math.min(room, game.budgets()[k]), p, k * tones);
        }
        return p;
    }

    /** Counts up in the number system of the users; false after the last. */
    private static boolean next(int[] digits, int base) {
        for (int n = 0; n < digits.length; n++) {
            if (++digits[n] < base) return true;
            digits[n] = 0;
        }
        return false;
    }
}

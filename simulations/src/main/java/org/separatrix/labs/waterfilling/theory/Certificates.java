package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.separatrix.compute.Crew;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * Sufficient conditions for convergence and uniqueness. None of them is necessary.
 *
 * @param peak S: the largest coupling of every pair; a radius below 1 is the condition of the textbooks
 * @param centred between powers of equal sum, which all iterates are; never above the peak one
 * @param refined the peak over the tones alone that both can ever use, valid once everyone has updated ten times
 * @param toneNorm the largest norm of the couplings on one tone; below 1, simultaneous updates contract
 * @param weightedToneNorm the same after the best diagonal scaling of the peak matrix
 * @param monotoneMargin the smallest eigenvalue of the symmetric part of I + A(n); above 0 the equilibrium is unique
 */
public record Certificates(
        ComparisonMatrix peak,
        ComparisonMatrix centred,
        ComparisonMatrix refined,
        double toneNorm,
        double weightedToneNorm,
        double monotoneMargin) {
    private static final int ROUNDS = 10;

    /** The certificates of a game. */
    public static Certificates of(Game game, Crew crew) {
        Links links = game.links();
        ComparisonMatrix peak = new ComparisonMatrix(game.amongPlayers(links.peaks()));
        int[] players = game.players();
        double[] scale = scaling(peak);
        return new Certificates(
                peak,
                new ComparisonMatrix(game.amongPlayers(links.centred())),
                new ComparisonMatrix(refined(game, players, crew)),
                largest(game, players, Certificates::normBound, Certificates::norm),
                largest(game, players, tone -> normBound(scaled(tone, scale)), tone -> norm(scaled(tone, scale))),
                1 - largest(game, players, Certificates::symmetricBound, Certificates::symmetricRadius));
    }

    /** Diagonal weights sqrt(y_i / x_i) from the right and left Perron vectors x, y of S. */
    private static double[] scaling(ComparisonMatrix peak) {
        double[] right = peak.weights();
        double[] left = new ComparisonMatrix(peak.s().transpose()).weights();
        return IntStream.range(0, right.length)
                .mapToDouble(i -> Math.sqrt(left[i] / right[i]))
                .toArray();
    }

    private static Matrix scaled(Matrix tone, double[] scale) {
        return tone.scaleRows(scale)
                .scaleColumns(Arrays.stream(scale).map(x -> 1 / x).toArray());
    }

    /** The largest value over the tones; a tone whose bound cannot beat what was found is passed over. */
    private static double largest(
            Game game, int[] players, ToDoubleFunction<Matrix> bound, ToDoubleFunction<Matrix> value) {
        double[] bounds = new double[game.tones()];
        Integer[] tones = new Integer[game.tones()];
        for (int n = 0; n < bounds.length; n++) {
            bounds[n] = bound.applyAsDouble(game.tone(n, players));
            tones[n] = n;
        }
        Arrays.sort(tones, (n, m) -> Double.compare(bounds[m], bounds[n]));
        double most = 0;
        for (int n : tones) if (bounds[n] > most) most = Math.max(most, value.applyAsDouble(game.tone(n, players)));
        return most;
    }

    private static double normBound(Matrix a) {
        return Math.sqrt(ComparisonMatrix.largestRowSum(a) * ComparisonMatrix.largestRowSum(a.transpose()));
    }

    private static double norm(Matrix a) {
        double[] values = LinearAlgebra.singularValues(a);
        return values.length == 0 ? 0 : values[0];
    }

    private static double symmetricBound(Matrix a) {
        return ComparisonMatrix.largestRowSum(a.plus(a.transpose()).scaled(0.5));
    }

    /** Minus the smallest eigenvalue of the symmetric part, which has trace 0. */
    private static double symmetricRadius(Matrix a) {
        double[] values =
                LinearAlgebra.symmetricEigenvalues(a.plus(a.transpose()).scaled(0.5));
        return values.length == 0 ? 0 : -values[0];
    }

    private static Matrix refined(Game game, int[] players, Crew crew) {
        double[] most = mostPowers(game, crew);
        int tones = game.tones();
        double[] values = new double[players.length * players.length];
        for (int i = 0; i < players.length; i++)
            for (int m = 0; m < players.length; m++)
                for (int n = 0; n < tones; n++)
                    if (most[players[i] * tones + n] > 0 && most[players[m] * tones + n] > 0)
                        values[i * players.length + m] =
                                Math.max(values[i * players.length + m], game.coupling(players[i], players[m], n));
        return Matrix.of(players.length, players.length, values);
    }

    /** Upper bounds on all powers after ten updates of everyone: the level on the worst floor, less the noise. */
    private static double[] mostPowers(Game game, Crew crew) {
        int tones = game.tones();
        double[] most = new double[game.users() * tones];
        for (int i = 0; i < most.length; i++) most[i] = Math.min(game.budgets()[i / tones], game.caps()[i]);
        BestResponses worst = new BestResponses(game, crew);
        for (int round = 0; round < ROUNDS; round++) {
            worst.to(most);
            for (int i = 0; i < most.length; i++)
                most[i] = Math.min(most[i], Math.max(worst.levels()[i / tones] - game.noise()[i], 0));
        }
        return most;
    }
}

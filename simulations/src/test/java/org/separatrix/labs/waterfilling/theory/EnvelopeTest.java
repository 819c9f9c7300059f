package org.separatrix.labs.waterfilling.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.LinearAlgebra;

/** What is guaranteed is kept, on random channels where the guarantee holds. */
class EnvelopeTest {
    private static final double SLACK = 1e-9;

    private static ComparisonMatrix centred(Game game) {
        return Certificates.of(game, Reference.ALONE).centred();
    }

    /** A game whose comparison matrix has the radius that is asked for. */
    private static Game game(long seed, int users, int tones, double radius) {
        Game unit = Games.rayleigh(seed, users, tones, 1, 10);
        return Games.rayleigh(seed, users, tones, radius / centred(unit).radius(), 10);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void errorsOfSimultaneousUpdatesFallByTheRadiusAtLeast(
            @ForAll @LongRange(max = 100_000) long seed,
            @ForAll @IntRange(min = 2, max = 5) int users,
            @ForAll @IntRange(min = 4, max = 8) int tones,
            @ForAll @DoubleRange(min = 0.1, max = 0.99) double radius,
            @ForAll @DoubleRange(min = 0.1, max = 1) double lambda) {
        Game game = game(seed, users, tones, radius);
        double[] rest = Games.equilibrium(game);
        Certificates certificates = Certificates.of(game, Reference.ALONE);
        for (ComparisonMatrix matrix : new ComparisonMatrix[] {certificates.peak(), certificates.centred()}) {
            double[] weights = matrix.weights();
            double factor = 1 - lambda * (1 - matrix.radius());
            BestResponses responses = Games.responses(game);
            double[] p = Games.starts(game).random(seed);
            double error = Games.weighted(Games.lengths(p, rest, tones), weights);
            for (int step = 0; step < 20; step++) {
                Games.update(responses, p, lambda);
                double next = Games.weighted(Games.lengths(p, rest, tones), weights);
                assertThat(next).isLessThanOrEqualTo(factor * error + SLACK);
                error = next;
            }
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void theResidualStaysBelowItsEnvelope(
            @ForAll @LongRange(max = 100_000) long seed,
            @ForAll @IntRange(min = 2, max = 5) int users,
            @ForAll @DoubleRange(min = 0.1, max = 0.95) double radius,
            @ForAll @DoubleRange(min = 0.2, max = 1) double lambda,
            @ForAll boolean sequential) {
        int tones = 6;
        Game game = game(seed, users, tones, radius);
        BestResponses responses = Games.responses(game);
        double[] p = Games.starts(game).random(seed);
        responses.to(p);
        double[] residuals = Games.lengths(p, responses.responses(), tones);
        ComparisonMatrix matrix = centred(game);
        Envelope envelope = sequential
                ? Envelope.sequential(matrix, residuals, game.budgets())
                : Envelope.simultaneous(matrix, residuals, game.budgets());
        for (int step = 0; step < 30; step++) {
            assertThat(responses.residual()).isLessThanOrEqualTo(envelope.residual() + SLACK);
            if (sequential) {
                Games.sweep(responses, p, lambda);
                for (int k = 0; k < users; k++) envelope.update(k, lambda);
            } else {
                Games.update(responses, p, lambda);
                envelope.updateAll(lambda);
            }
            responses.to(p);
        }
        assertThat(envelope.residual()).isFinite();
    }

    @Test
    void theEnvelopeFallsByTheRadiusInTheEnd() {
        Game game = Reference.read("weak-rayleigh").game();
        ComparisonMatrix matrix = centred(game);
        Envelope simultaneous = Envelope.simultaneous(matrix, new double[] {1, 2, 3}, game.budgets());
        Envelope sequential = Envelope.sequential(matrix, new double[] {1, 2, 3}, game.budgets());
        for (int step = 0; step < 60; step++) {
            double before = simultaneous.residual();
            double beforeSweep = sequential.residual();
            simultaneous.updateAll(1);
            for (int k = 0; k < 3; k++) sequential.update(k, 1);
            if (step < 50) continue;
            assertThat(simultaneous.residual() / before).isCloseTo(matrix.radius(), within(1e-3));
            assertThat(sequential.residual() / beforeSweep).isCloseTo(matrix.sweepRadius(1), within(1e-6));
        }
    }

    @Test
    void nothingIsGuaranteedBeyondARadiusOfOne() {
        Game game = Reference.read("three-symmetric").game();
        assertThat(Envelope.simultaneous(centred(game), new double[] {1, 1, 1}, game.budgets())
                        .residual())
                .isNaN();
        assertThat(Envelope.sequential(centred(game), new double[] {1, 1, 1}, game.budgets())
                        .residual())
                .isNaN();
        assertThat(Envelope.asynchronous(centred(game), new double[] {1, 1, 1}, game.budgets())
                        .residual())
                .isNaN();
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void errorsOfAnAsynchronousProcessStayBelowTheStaircase(
            @ForAll @LongRange(max = 100_000) long seed,
            @ForAll @IntRange(min = 2, max = 4) int users,
            @ForAll @IntRange(min = 0, max = 3) int delay,
            @ForAll @DoubleRange(min = 0.3, max = 1) double lambda) {
        int tones = 5;
        Game game = game(seed, users, tones, 0.9);
        double[] rest = Games.equilibrium(game);
        ComparisonMatrix matrix = centred(game);
        double[] weights = matrix.weights();
        double factor = 1 - lambda * (1 - matrix.radius());
        SplittableRandom random = new SplittableRandom(seed);
        double[][] history = new double[61][];
        history[0] = Games.starts(game).random(seed);
        double start = Games.weighted(Games.lengths(history[0], rest, tones), weights);
        MacroTicks macroTicks = new MacroTicks(users, game.players(), delay);
        BestResponses responses = Games.responses(game);
        for (int t = 0; t < 60; t++) {
            boolean[] updates = new boolean[users];
            double[] next = history[t].clone();
            for (int k = 0; k < users; k++) {
                updates[k] = random.nextBoolean();
                if (!updates[k]) continue;
                double[] known = new double[users * tones];
                for (int j = 0; j < users; j++) {
                    int then = Math.max(0, t - random.nextInt(delay + 1));
                    System.arraycopy(history[then], j * tones, known, j * tones, tones);
                }
                responses.to(known, k, Reference.ALONE.kernels(0));
                for (int i = k * tones; i < (k + 1) * tones; i++)
                    next[i] += lambda * (responses.responses()[i] - next[i]);
            }
            history[t + 1] = next;
            macroTicks.advance(updates);
            assertThat(Games.weighted(Games.lengths(next, rest, tones), weights))
                    .isLessThanOrEqualTo(Math.pow(factor, macroTicks.count()) * start + SLACK);
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aPotentialIsDescended(
            @ForAll @LongRange(max = 100_000) long seed,
            @ForAll @IntRange(min = 2, max = 5) int users,
            @ForAll boolean sequential) {
        int tones = 5;
        double[] gains = new Fading(seed, 4, 0).gains(users, tones);
        for (int k = 0; k < users; k++) {
            Arrays.fill(gains, (k * users + k) * tones, (k * users + k + 1) * tones, 1);
            for (int j = 0; j < k; j++)
                System.arraycopy(gains, (j * users + k) * tones, gains, (k * users + j) * tones, tones);
        }
        Game game = Games.on(gains, users, tones, 1, 0.3, tones);
        double most = IntStream.range(0, tones)
                .mapToDouble(n -> {
                    double[] eigenvalues = LinearAlgebra.symmetricEigenvalues(game.tone(n, game.players()));
                    return 1 + eigenvalues[eigenvalues.length - 1];
                })
                .max()
                .orElseThrow();
        double lambda = sequential ? 1 : Math.min(1, 1.99 / most);
        BestResponses responses = Games.responses(game);
        double[] p = Games.starts(game).random(seed);
        double potential = potential(game, responses, p);
        for (int step = 0; step < 30; step++) {
            if (sequential) Games.sweep(responses, p, lambda);
            else Games.update(responses, p, lambda);
            double next = potential(game, responses, p);
            assertThat(next).isLessThanOrEqualTo(potential + SLACK);
            potential = next;
        }
    }

    private static double potential(Game game, BestResponses responses, double[] p) {
        responses.to(p);
        double sum = 0;
        for (int i = 0; i < p.length; i++) sum += p[i] * (p[i] + responses.floors()[i] + game.noise()[i]) / 2;
        return sum;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheTonesDoesNotMatter(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(min = 1, max = 101) int tones) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, tones).boxed().toList());
        Collections.shuffle(places, new Random(seed));
        Game game = Games.rayleigh(seed, 3, tones, 0.3, 10);
        double[] gains = new Fading(seed, 4, 0).gains(3, tones);
        double[] turned = new double[gains.length];
        for (int row = 0; row < gains.length; row += tones)
            for (int n = 0; n < tones; n++) turned[row + places.get(n)] = gains[row + n];
        Game other = Games.on(turned, 3, tones, 0.3, 0.1, tones);
        BestResponses one = Games.responses(game);
        BestResponses two = Games.responses(other);
        double[] p = Games.starts(game).equal();
        one.to(p);
        two.to(p);
        for (int k = 0; k < 3; k++) {
            assertThat(two.levels()[k]).isCloseTo(one.levels()[k], within(1e-12 * tones));
            for (int n = 0; n < tones; n++)
                assertThat(two.responses()[k * tones + places.get(n)])
                        .isCloseTo(one.responses()[k * tones + n], within(1e-12 * tones));
        }
    }

    @Test
    void aRadiusOnEveryToneBelowOneImpliesNothing() {
        double[] gains = {1, 1, 2, 0.1, 0.1, 2, 1, 1};
        Channel channel = new Channel(2, 2, gains, new double[] {.05, 1, 1, .05});
        Game game = Game.on(
                channel, Links.of(channel), 1, 1, 1, new double[] {1, 1}, Games.filled(4, Double.POSITIVE_INFINITY));
        for (int n = 0; n < 2; n++)
            assertThat(LinearAlgebra.eigenvalues(game.tone(n, game.players())).radius())
                    .isCloseTo(0.447, within(1e-3));
        assertThat(new TwoByTwo(game).equilibria()).hasSize(3);
        assertThat(centred(game).radius()).isCloseTo(1.05, within(1e-9));
    }

    @Test
    void aUserWhoHearsNobodyHasWeightsToo() {
        ComparisonMatrix matrix = new ComparisonMatrix(org.separatrix.compute.Matrix.ofRows(
                new double[] {0, 0.5, 0.2}, new double[] {0, 0, 0.3}, new double[] {0, 0, 0}));
        double[] weights = matrix.weights();
        assertThat(matrix.radius()).isZero();
        assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
        for (int i = 0; i < 3; i++) {
            double heard = 0;
            for (int j = 0; j < 3; j++) heard += matrix.s().get(i, j) * weights[j];
            assertThat(heard).isLessThan(weights[i]);
        }
    }
}

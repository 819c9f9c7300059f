package org.separatrix.labs.waterfilling.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WelfareTest {
    private static Welfare welfare(Game game) {
        return new Welfare(game, Reference.ALONE);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1.854", "0.01, 3.137", "0.001, 4.630243"})
    void selfishUsersOfAFlatChannelPayDearly(double noise, double price) {
        Game game = Games.flat(2, 2, 0.9, noise, 1);
        double[] equal = Games.starts(game).equal();
        Welfare welfare = welfare(game);
        double selfish = welfare.of(equal);
        assertThat(selfish).isCloseTo(4 * Math.log(1 + .5 / (noise + .45)) / Math.log(2), within(1e-12));
        double best = welfare.of(welfare.bestDivision());
        assertThat(best).isCloseTo(2 * Math.log(1 + 1 / noise) / Math.log(2), within(1e-9));
        assertThat(best / selfish).isCloseTo(price, within(price > 4 ? 1e-6 : 1e-3));
        assertThat(welfare.of(welfare.optimum(List.of(equal), 4, 500, 1e-10))).isCloseTo(best, within(1e-6));
    }

    @Test
    void theTugOfWarIsWonByDivision() {
        Reference reference = Reference.read("tug-of-war");
        Game game = reference.game();
        Welfare welfare = welfare(game);
        double stored = reference.json().at("/welfare/brute_sum_rate_bits").asDouble();
        assertThat(welfare.of(welfare.bestDivision())).isCloseTo(stored, within(1e-9));
        List<double[]> equilibria = new Equilibria(game, Reference.ALONE).bySupports();
        double best = welfare.of(welfare.optimum(equilibria, 8, 2000, 1e-10));
        assertThat(best).isCloseTo(stored, within(1e-8));
        double[] prices = equilibria.stream()
                .mapToDouble(p -> best / welfare.of(p))
                .sorted()
                .toArray();
        assertThat(prices).containsExactly(new double[] {1, 1.2097, 2.6738}, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void theOptimumOfASmallGameIsThatOfAGrid(long seed) {
        Game game = Games.rayleigh(seed, 2, 2, 0.5, 10);
        Welfare welfare = welfare(game);
        double best = welfare.of(welfare.optimum(List.of(Games.equilibrium(game)), 12, 2000, 1e-10));
        assertThat(best).isCloseTo(grid(game, welfare), within(1e-6));
    }

    /** The largest sum rate on ever finer grids of all powers within the budgets. */
    private static double grid(Game game, Welfare welfare) {
        double[] low = new double[4];
        double[] high = {2, 2, 2, 2};
        double most = 0;
        double[] best = new double[4];
        for (int round = 0; round < 9; round++) {
            int points = 13;
            double[] p = new double[4];
            for (int i = 0; i < points * points * points * points; i++) {
                int rest = i;
                for (int c = 0; c < 4; c++) {
                    p[c] = low[c] + (high[c] - low[c]) * (rest % points) / (points - 1);
                    rest /= points;
                }
                if (p[0] + p[1] > 2 + 1e-12 || p[2] + p[3] > 2 + 1e-12) continue;
                double rate = welfare.of(p);
                if (rate > most) {
                    most = rate;
                    best = p.clone();
                }
            }
            for (int c = 0; c < 4; c++) {
                double step = (high[c] - low[c]) / (points - 1);
                low[c] = Math.max(0, best[c] - 2 * step);
                high[c] = Math.min(2, best[c] + 2 * step);
            }
        }
        return most;
    }

    @Test
    void improvementNeverLowersTheSumRate() {
        Game game = Games.rayleigh(3, 4, 8, 0.5, 10);
        Welfare welfare = welfare(game);
        double last = 0;
        for (int iterations = 1; iterations < 40; iterations++) {
            double rate = welfare.of(welfare.improve(Games.starts(game).equal(), iterations, 0));
            assertThat(rate).isGreaterThanOrEqualTo(last - 1e-9);
            last = rate;
        }
    }

    @Test
    void thePriceOfAnarchyHasTheMeansOfTheReference() {
        double price = 0;
        double gain = 0;
        int channels = 30;
        for (int seed = 0; seed < channels; seed++) {
            Game game = Games.rayleigh(seed, 2, 8, 0.5, 10);
            Welfare welfare = welfare(game);
            List<double[]> starts = new ArrayList<>();
            starts.add(Games.starts(game).equal());
            for (int i = 1; i < 16; i++) starts.add(Games.starts(game).random(i));
            List<double[]> equilibria = new Equilibria(game, Reference.ALONE).fromAll(starts);
            double best = welfare.of(welfare.optimum(equilibria, 10, 500, 1e-8));
            double worst = equilibria.stream().mapToDouble(welfare::of).min().orElseThrow();
            price += best / worst / channels;
            gain += best / welfare.of(Games.starts(game).equal()) / channels;
        }
        assertThat(price).isCloseTo(1.146, within(0.02));
        assertThat(gain).isCloseTo(1.61, within(0.02));
    }

    @Test
    void oneUserAloneHasNoPriceToPay() {
        Game game = Games.rayleigh(1, 1, 8, 0.1, 10);
        Welfare welfare = welfare(game);
        double[] alone = Games.equilibrium(game);
        assertThat(welfare.of(welfare.optimum(List.of(alone), 2, 500, 1e-10)))
                .isCloseTo(welfare.of(alone), within(1e-6));
        assertThat(welfare.of(welfare.division(alone))).isCloseTo(welfare.of(alone), within(1e-12));
    }
}

package org.separatrix.labs.waterfilling.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.labs.waterfilling.theory.TwoByTwo.Turns;

class TwoByTwoTest {
    private final Reference reference = Reference.read("tug-of-war");
    private final Game game = reference.game();
    private final TwoByTwo plane = new TwoByTwo(game);

    @Test
    void theTugOfWarHasThreeEquilibria() {
        assertThat(plane.slope(0)).isCloseTo(1.5, within(1e-15));
        assertThat(plane.slope(1)).isCloseTo(1.7, within(1e-15));
        assertThat(plane.intercept(0)).isCloseTo(1.25, within(1e-15));
        assertThat(plane.intercept(1)).isCloseTo(1.435, within(1e-15));
        assertThat(plane.equilibria()).hasSize(3);
        TwoByTwo.Equilibrium saddle = plane.equilibria().getLast();
        assertThat(saddle.saddle()).isTrue();
        assertThat(saddle.x()).isCloseTo(0.5822580645, within(1e-9));
        assertThat(saddle.y()).isCloseTo(0.4451612903, within(1e-9));
        assertThat(plane.equilibria().subList(0, 2))
                .containsExactlyInAnyOrder(
                        new TwoByTwo.Equilibrium(1, 0, false), new TwoByTwo.Equilibrium(0, 1, false));
        assertThat(plane.overshoot()).isCloseTo(1.5968719, within(1e-7));
    }

    @Test
    void theSupportsGiveTheSameEquilibriaWithTheirRates() {
        List<double[]> found = new Equilibria(game, Reference.ALONE).bySupports();
        Welfare welfare = new Welfare(game, Reference.ALONE);
        found.sort(Comparator.comparingDouble(p -> -welfare.of(p)));
        assertThat(found).hasSize(3);
        double[] rates = {6.6818240, 5.5235620, 2.4990441};
        double[] firsts = {1, 0, 0.5822580645};
        for (int i = 0; i < 3; i++) {
            assertThat(welfare.of(found.get(i))).isCloseTo(rates[i], within(1e-7));
            assertThat(found.get(i)[0]).isCloseTo(firsts[i], within(1e-9));
        }
        LocalStability saddle = LocalStability.at(game, found.getLast(), Reference.ALONE);
        assertThat(saddle.simultaneous(1)).isCloseTo(1.5968719422671311, within(1e-9));
        assertThat(saddle.sequential(1, false)).isCloseTo(2.55, within(1e-9));
    }

    @Test
    void theStoredEquilibriaAreTheOnesFound() {
        List<double[]> found = new Equilibria(game, Reference.ALONE).bySupports();
        reference.json().get("equilibria").forEach(stored -> {
            double[] p = Reference.numbers(stored.get("p"));
            assertThat(found)
                    .anySatisfy(q -> assertThat(Equilibria.distance(p, q)).isLessThan(1e-9));
        });
    }

    @Test
    void thePotentialIsDeepestWhereTheWorseRateIs() {
        assertThat(plane.potential(1, 0)).isCloseTo(-1.275, within(1e-12));
        assertThat(plane.potential(0, 1)).isCloseTo(-1.4025, within(1e-12));
        TwoByTwo.Equilibrium saddle = plane.equilibria().getLast();
        assertThat(plane.potential(saddle.x(), saddle.y())).isCloseTo(-1.09775, within(1e-5));
    }

    @Test
    void theSeparatrixHasItsSlopeAndPassesThroughItsPoints() {
        assertThat(plane.separatrixSlope()).isCloseTo(1.0645813, within(1e-7));
        double[][] line = plane.separatrix();
        assertThat(at(line, 0.5)).isCloseTo(0.35759, within(1e-5));
        assertThat(at(line, 0.7)).isCloseTo(0.57051, within(1e-5));
        assertThat(Arrays.stream(line[0]).max().orElseThrow()).isGreaterThan(0.95);
        assertThat(Arrays.stream(line[1]).min().orElseThrow()).isLessThan(0.05);
    }

    private static double at(double[][] line, double x) {
        for (int i = 0; i + 1 < line[0].length; i++)
            if ((line[0][i] - x) * (line[0][i + 1] - x) <= 0)
                return line[1][i] + (line[1][i + 1] - line[1][i]) * (x - line[0][i]) / (line[0][i + 1] - line[0][i]);
        throw new IllegalArgumentException("the line does not reach " + x);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.3695, 0.6305, 0", "0.5, 0.356, 0.644, 0", "0.9, 0.241, 0.419, 0.340", "1, 0.186, 0.323, 0.491"
    })
    void theBasinsHaveTheirAreas(double lambda, double first, double second, double cycle) {
        int side = 256;
        int[] basins = plane.basins(side, Turns.TOGETHER, lambda);
        double[] shares = new double[4];
        for (int basin : basins) shares[basin] += 1.0 / basins.length;
        int a = plane.equilibria().getFirst().x() == 1 ? 0 : 1;
        assertThat(shares[a]).isCloseTo(first, within(0.005));
        assertThat(shares[1 - a]).isCloseTo(second, within(0.005));
        assertThat(shares[3]).isCloseTo(cycle, within(0.005));
    }

    @Test
    void theFirstMoverDecidesASequentialGame() {
        int side = 64;
        TwoByTwo.Equilibrium saddle = plane.equilibria().getLast();
        int[] first = plane.basins(side, Turns.FIRST_THEN_SECOND, 1);
        int[] second = plane.basins(side, Turns.SECOND_THEN_FIRST, 1);
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++) {
                double x = (column + 0.5) / side;
                double y = (row + 0.5) / side;
                assertThat(plane.equilibria().get(first[row * side + column]).x())
                        .isEqualTo(y < saddle.y() ? 1 : 0);
                assertThat(plane.equilibria().get(second[row * side + column]).x())
                        .isEqualTo(x > saddle.x() ? 1 : 0);
            }
    }

    @Test
    void aTwoCycleOfTheClippedResponsesLiesWhereItShould() {
        double lambda = 0.9;
        double x = 1 / (2 - lambda);
        double y = x;
        for (int step = 0; step < 2; step++) {
            double nextX = x + lambda * (plane.response(0, y) - x);
            y += lambda * (plane.response(1, x) - y);
            x = nextX;
        }
        assertThat(x).isCloseTo(1 / (2 - lambda), within(1e-12));
        assertThat(y).isCloseTo(1 / (2 - lambda), within(1e-12));
    }

    @Property(tries = 300)
    void responsesAreThoseOfTheGameAndTheirCrossingsItsEquilibria(
            @ForAll @DoubleRange(min = 0.01, max = 3) double a,
            @ForAll @DoubleRange(min = 0.01, max = 3) double b,
            @ForAll @DoubleRange(min = 0.01, max = 3) double c,
            @ForAll @DoubleRange(min = 0.01, max = 3) double d) {
        Game any = Games.on(new double[] {1, 1, a, b, c, d, 1, 1}, 2, 2, 1, 0.1, 1);
        TwoByTwo lines = new TwoByTwo(any);
        BestResponses responses = Games.responses(any);
        responses.to(new double[] {0.3, 0.7, 0.6, 0.4});
        assertThat(lines.response(0, 0.6)).isCloseTo(responses.responses()[0], within(1e-12));
        assertThat(lines.response(1, 0.3)).isCloseTo(responses.responses()[2], within(1e-12));
        assertThat(lines.equilibria()).isNotEmpty();
        for (TwoByTwo.Equilibrium found : lines.equilibria()) {
            responses.to(new double[] {found.x(), 1 - found.x(), found.y(), 1 - found.y()});
            assertThat(responses.residual()).isLessThan(1e-9);
        }
        if (lines.overshoot() < 0.999) assertThat(lines.equilibria()).hasSize(1);
    }
}

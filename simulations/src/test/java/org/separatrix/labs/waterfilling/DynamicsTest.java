package org.separatrix.labs.waterfilling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.Trials;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.Games;
import org.separatrix.labs.waterfilling.theory.Reference;

class DynamicsTest {
    private static final WaterFillingLaboratory LABORATORY = new WaterFillingLaboratory();

    /** The reference instance of measurement noise. */
    private static final String[] NOISY = {"seed", "4", "users", "4", "tones", "16", "alpha", "0.1"};

    private static Settings settings(String... pairs) {
        return Trials.with(LABORATORY.standard(), pairs);
    }

    private static Settings with(String[] first, String... more) {
        return Trials.with(settings(first), more);
    }

    private static Dynamics dynamics(Settings settings) {
        return dynamics(settings, Data.NONE);
    }

    private static Dynamics dynamics(Settings settings, Data data) {
        World world = new World(settings, data);
        Game game = world.game(settings);
        return new Dynamics(settings, data, game, world.start(settings, game, Reference.ALONE), Reference.ALONE);
    }

    private static void advance(Dynamics dynamics, int steps) {
        for (int i = 0; i < steps; i++) dynamics.advance();
    }

    private static double[] row(Dynamics dynamics, int user) {
        int tones = dynamics.game().tones();
        return Arrays.copyOfRange(dynamics.powers(), user * tones, (user + 1) * tones);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void aDelayThatIsAlwaysTheSameOnlySlows() {
        int delay = 3;
        String[] world = {"seed", "5", "users", "4", "tones", "16", "alpha", "0.3"};
        Dynamics late =
                dynamics(with(world, "update", "asynchronous", "q", "1", "d", "" + delay, "schedule_mode", "fixed"));
        Dynamics prompt = dynamics(with(world));
        for (int t = 0; t < 80; t++) {
            while (prompt.iterations() < Math.ceilDiv(t, delay + 1)) prompt.advance();
            assertThat(late.powers()).as("tick " + t).containsExactly(prompt.powers(), within(1e-12 * 16));
            late.advance();
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void twoUsersTogetherAreTwoInterleavedSequences(
            @ForAll @LongRange(max = 100_000) long seed,
            @ForAll @IntRange(min = 2, max = 20) int tones,
            @ForAll @DoubleRange(min = 0.05, max = 3) double alpha) {
        String[] world = {"seed", "" + seed, "users", "2", "tones", "" + tones, "alpha", "" + alpha};
        Dynamics together = dynamics(with(world));
        Dynamics natural = dynamics(with(world, "update", "sequential"));
        Dynamics reversed = dynamics(with(world, "update", "sequential", "order", "reversed"));
        for (int sweep = 0; sweep < 12; sweep++) {
            advance(together, 2);
            natural.advance();
            reversed.advance();
            assertThat(row(together, 0)).containsExactly(row(reversed, 0), within(1e-9 * tones));
            assertThat(row(together, 1)).containsExactly(row(natural, 1), within(1e-9 * tones));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "weak-rayleigh, 1, equal, 0.57361",
        "weak-rayleigh, 0, equal, 0.1635",
        "three-symmetric, 2, file, 0.8200"
    })
    void theResidualFallsByTheLocalFactor(String name, int run, String start, double factor) {
        DataFile given = DataFile.read(Reference.read(name).run(run), LABORATORY);
        var arrays = new LinkedHashMap<>(given.data().arrays());
        if (start.equals("equal")) arrays.remove("p0");
        var data = new Data(arrays, "case");
        Dynamics dynamics = dynamics(LABORATORY.fit(LABORATORY.standard().withTexts(given.settings()), data), data);
        var trend = new Trend();
        for (int t = 0; t < 400; t++) {
            double residual = dynamics.now().residual();
            if (residual > 1e-12 && residual < 1e-6) trend.add(t, residual);
            dynamics.advance();
        }
        assertThat(trend.factor()).isCloseTo(factor, within(0.001));
    }

    @Test
    void measurementNoiseKeepsTheDistanceOfItsFloor() {
        Settings settings = with(NOISY, "noise", "0.01", "lambda", "0.3");
        Dynamics dynamics = dynamics(settings);
        double[] rest = Games.equilibrium(dynamics.game());
        advance(dynamics, 200);
        assertThat(rootMeanSquareDistance(dynamics, rest, 8000)).isCloseTo(0.0173, within(0.05 * 0.0173));
    }

    private static double rootMeanSquareDistance(Dynamics dynamics, double[] rest, int steps) {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            dynamics.advance();
            for (int i = 0; i < rest.length; i++) sum += Math.pow(dynamics.powers()[i] - rest[i], 2);
        }
        return Math.sqrt(sum / steps);
    }

    @Test
    void stepsThatDiminishAverageTheNoiseOut() {
        Settings settings = with(NOISY, "noise", "0.01", "diminish", "on", "tau", "10", "kappa", "1");
        Dynamics dynamics = dynamics(settings);
        double[] rest = Games.equilibrium(dynamics.game());
        advance(dynamics, 1000);
        assertThat(dynamics.lambda()).isCloseTo(1 / (1 + 99.9), within(1e-12));
        assertThat(rootMeanSquareDistance(dynamics, rest, 200)).isBetween(0.0015, 0.0055);
    }

    @ParameterizedTest
    @CsvSource({"1, 9, 9", "0.5, 30, 120", "0.25, 80, 320"})
    void updatesOfSomeTonesAreSlowerButEndAlike(double fraction, int least, int most) {
        Settings settings = with(NOISY, "update", "sequential", "fraction", "" + fraction);
        Dynamics dynamics = dynamics(settings);
        double[] rest = Games.equilibrium(dynamics.game());
        int sweeps = 0;
        while (dynamics.now().residual() >= 1e-8 && sweeps <= most) {
            dynamics.advance();
            sweeps++;
            for (int k = 0; k < 4; k++) assertThat(sum(row(dynamics, k))).isCloseTo(16, within(1e-9));
        }
        assertThat(sweeps).isBetween(least, most);
        assertThat(dynamics.powers()).containsExactly(rest, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simultaneous", "sequential", "asynchronous"})
    void aUserWhoLeavesAndComesBackFindsTheEquilibriumAgain(String update) {
        Settings all = settings("seed", "13", "users", "3", "tones", "8", "alpha", "0.07", "update", update);
        Settings without = all.with("away", "1");
        World world = new World(all, Data.NONE);
        Dynamics dynamics = dynamics(all);
        advance(dynamics, 300);
        double[] together = dynamics.powers().clone();
        dynamics.change(without, world.game(without));
        advance(dynamics, 300);
        assertThat(row(dynamics, 1)).containsOnly(0);
        assertThat(dynamics.powers()).containsExactly(Games.equilibrium(world.game(without)), within(1e-9));
        assertThat(dynamics.powers()).isNotEqualTo(together);
        dynamics.change(all, world.game(all));
        assertThat(sum(row(dynamics, 1))).isCloseTo(8, within(1e-12));
        advance(dynamics, 300);
        assertThat(dynamics.powers()).containsExactly(together, within(1e-9));
    }

    @Test
    void sliderMovesDeformTheSameWorld() {
        Settings weak = settings("seed", "13", "users", "3", "tones", "8", "alpha", "0.07");
        Settings strong = weak.with("alpha", "0.2").with("snr_db", "20").with("power", "2");
        World world = new World(weak, Data.NONE);
        Dynamics moved = dynamics(weak);
        advance(moved, 5);
        moved.change(strong, world.game(strong));
        for (int k = 0; k < 3; k++) assertThat(sum(row(moved, k))).isCloseTo(16, within(1e-12));
        Game drawn = new World(strong, Data.NONE).game(strong);
        assertThat(moved.game().noise()).containsExactly(drawn.noise());
        assertThat(moved.game().coupling(0, 1, 3)).isEqualTo(drawn.coupling(0, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({"sequential, natural, 4", "sequential, reversed, 2", "simultaneous, natural, 6"})
    void rockPaperScissorsGoesRoundWithItsPeriod(String update, String order, int period) {
        Settings settings = settings(
                "channel", "cyclic", "users", "3", "tones", "2", "alpha", "1.2", "snr_db", "10", "start", "random",
                "update", update, "order", order);
        assertThat(period(settings)).isEqualTo(period);
    }

    @Test
    void threeAlikeGoToAndFro() {
        assertThat(period(settings("channel", "three-symmetric", "alpha", "0.7", "start", "random")))
                .isEqualTo(2);
        assertThat(period(settings("channel", "three-symmetric", "alpha", "0.7", "lambda", "0.8")))
                .isZero();
    }

    private static int period(Settings settings) {
        Dynamics dynamics = dynamics(settings);
        var detector =
                new CycleDetector(dynamics.powers().length, dynamics.game().largestBudget());
        for (int step = 0; step < 2000; step++) {
            dynamics.advance();
            detector.advance(dynamics.powers(), dynamics.now().residual());
        }
        return detector.period();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 112, 128})
    void aCycleIsFoundWithItsPeriod(int period) {
        var detector = new CycleDetector(2, 1);
        for (int t = 0; t < 2000; t++) {
            double angle = 2 * Math.PI * (t % period) / period;
            double fading = Math.exp(-t / 5.0);
            detector.advance(new double[] {Math.cos(angle) + fading, Math.sin(angle)}, 1);
        }
        assertThat(detector.period()).isEqualTo(period);
    }

    @Test
    void powersAtRestAreNoCycle() {
        var detector = new CycleDetector(1, 1);
        IntStream.range(0, 1000).forEach(_ -> detector.advance(new double[] {1}, 1e-12));
        assertThat(detector.period()).isZero();
    }

    @Test
    void theSameRecipeDrawsTheSameNoiseAndSchedule() {
        Settings settings = with(
                NOISY, "noise", "0.1", "fraction", "0.5", "update", "asynchronous", "d", "3", "schedule_mode", "link");
        Dynamics one = dynamics(settings);
        Dynamics two = dynamics(LABORATORY.standard().withTexts(Map.copyOf(settings.texts())));
        advance(one, 50);
        advance(two, 50);
        assertThat(one.powers()).containsExactly(two.powers());
    }
}

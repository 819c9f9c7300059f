package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.separatrix.lab.Data;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Line;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.ComparisonMatrix;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.LocalStability;

/** Planes worth a map. */
final class Diagrams {
    private Diagrams() {}

    private static final int MOST_USERS = 16;
    private static final int CHANNELS = 25;
    private static final int OLDEST = 8;
    private static final int POINTS = 200;

    static final List<PhaseDiagram> ALL = List.of(
            PhaseDiagram.of(
                            "users",
                            "Interference against users",
                            "Everyone at once settles while interference is weak; the guarantee is a long way on the safe"
                                    + " side.",
                            Map.of(),
                            GridAxis.log(Knobs.ALPHA, 0.01, 3, 25),
                            GridAxis.linear(Knobs.USERS, 2, MOST_USERS, MOST_USERS - 1),
                            "converged")
                    .replicated(20)
                    .steps(500)
                    .with(Diagrams::guarantees)
                    .regime("proved", 0.017, 2.3)
                    .regime("settles", 0.03, 8)
                    .regime("cycles", 1, 13),
            PhaseDiagram.of(
                            "relaxation",
                            "Interference against relaxation",
                            "Going part of the way cures the cycle, up to a plateau that no relaxation passes.",
                            Map.of(),
                            GridAxis.log(Knobs.ALPHA, 0.05, 3, 25),
                            GridAxis.linear(Knobs.LAMBDA, 0.05, 1, 20),
                            "converged")
                    .replicated(10)
                    .steps(1500)
                    .with(Diagrams::relaxation)
                    .regime("settles", 0.09, 0.3)
                    .regime("cycles", 1.4, 0.93),
            PhaseDiagram.of(
                            "noise",
                            "Interference against noise",
                            "Loud noise keeps users apart; above some 20 dB only interference counts.",
                            Map.of(),
                            GridAxis.log(Knobs.ALPHA, 0.01, 3, 25),
                            GridAxis.linear(Knobs.SNR, -10, 40, 21),
                            "converged")
                    .replicated(20)
                    .steps(400),
            PhaseDiagram.of(
                            "staleness",
                            "Interference against the age of news",
                            "News that are always as old take back what relaxing has won.",
                            Settings.spelt("update=asynchronous q=1 schedule_mode=fixed lambda=0.5"),
                            GridAxis.log(Knobs.ALPHA, 0.05, 3, 25),
                            GridAxis.linear(Knobs.D, 0, OLDEST, OLDEST + 1),
                            "converged")
                    .replicated(10)
                    .steps(800)
                    .with(Diagrams::overshoot)
                    .regime("settles", 0.09, 2)
                    .regime("swings", 1.4, 6));

    /** Where the mean gains add up to one, and where the comparison matrix of the median channel has radius one. */
    private static List<Line> guarantees(Settings settings) {
        double[] users = IntStream.rangeClosed(2, MOST_USERS).asDoubleStream().toArray();
        double[] mean = Arrays.stream(users).map(count -> 1 / (count - 1)).toArray();
        double[] radius = Arrays.stream(users)
                .map(count -> 1 / medianRadius(settings, (int) count))
                .toArray();
        return List.of(
                new Line("ρ(S) = 1", Line.Role.THEORY, radius, users),
                new Line("α = 1/(K − 1)", Line.Role.GUIDE, mean, users));
    }

    /** The spectral radius of the comparison matrix at interference one, the median over channels. */
    private static double medianRadius(Settings settings, int users) {
        double[] radii = IntStream.range(0, CHANNELS)
                .mapToDouble(channel -> {
                    Settings one = settings.with(Knobs.USERS, (long) users)
                            .with(Knobs.ALPHA, 1.0)
                            .with(Settings.SEED, settings.seed() + channel);
                    Game game = new World(one, Data.NONE).game(one);
                    return new ComparisonMatrix(game.links().peaks().scaled(game.strength())).radius();
                })
                .sorted()
                .toArray();
        return radii[CHANNELS / 2];
    }

    /** Updates on old news are stable on mean gains below this. */
    private static List<Line> overshoot(Settings settings) {
        int others = settings.size(Knobs.USERS) - 1;
        double[] age = IntStream.rangeClosed(0, OLDEST).asDoubleStream().toArray();
        double[] alpha = Arrays.stream(age)
                .map(d -> LocalStability.criticalOvershoot(settings.get(Knobs.LAMBDA), (int) d) / others)
                .toArray();
        return List.of(new Line("(K − 1) α = critical overshoot", Line.Role.THEORY, alpha, age));
    }

    /** Relaxed simultaneous updates on mean gains are stable below this. */
    private static List<Line> relaxation(Settings settings) {
        int others = settings.size(Knobs.USERS) - 1;
        double[] alpha = IntStream.range(0, POINTS)
                .mapToDouble(i -> 0.005 * Math.pow(1000, i / (POINTS - 1.0)))
                .toArray();
        double[] lambda = Arrays.stream(alpha).map(a -> 2 / (1 + others * a)).toArray();
        return List.of(new Line("λ = 2/(1 + (K − 1) α)", Line.Role.THEORY, alpha, lambda));
    }
}

package org.separatrix.labs.waterfilling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.TwoByTwo;

/**
 * The plane of two users on two tones, in shares of their budgets: the field of best responses with nullclines, equilibria,
 * basins and the separatrix, and the potential. What does not change with the state is computed once.
 */
final class PlaneSight {
    private static final int CELLS = 128;
    private static final int POINTS = 200;

    private final TwoByTwo plane;
    /** The budgets; 1 for a user that is away, whose share is 0. */
    private final double[] budgets;

    private final List<Line> nullclines;
    private final List<Mark> rests;
    private final Optional<Field.Values> basins;

    PlaneSight(Game game, Analysis analysis, Settings settings) {
        plane = analysis.plane();
        budgets = Arrays.stream(game.budgets())
                .map(budget -> budget > 0 ? budget : 1)
                .toArray();
        nullclines = nullclines();
        rests = rests(analysis);
        basins = turns(settings).filter(_ -> steady(settings)).map(turns -> basins(turns, settings.get(Knobs.LAMBDA)));
    }

    private static Optional<TwoByTwo.Turns> turns(Settings settings) {
        return switch (settings.get(Knobs.UPDATE)) {
            case SIMULTANEOUS -> Optional.of(TwoByTwo.Turns.TOGETHER);
            case SEQUENTIAL ->
                switch (settings.get(Knobs.ORDER)) {
                    case NATURAL -> Optional.of(TwoByTwo.Turns.FIRST_THEN_SECOND);
                    case REVERSED -> Optional.of(TwoByTwo.Turns.SECOND_THEN_FIRST);
                    case RANDOM -> Optional.empty();
                };
            case ASYNCHRONOUS -> Optional.empty();
        };
    }

    /** Whether a start decides where the process leads. */
    private static boolean steady(Settings settings) {
        return settings.get(Knobs.NOISE) == 0 && settings.get(Knobs.FRACTION) == 1 && !settings.get(Knobs.DIMINISH);
    }

    private Field.Values basins(TwoByTwo.Turns turns, double lambda) {
        int[] ends = plane.basins(CELLS, turns, lambda);
        return new Field.Values(
                centres(0),
                centres(1),
                IntStream.of(ends).mapToDouble(end -> end).toArray());
    }

    private double[] centres(int user) {
        double[] centres = new double[CELLS];
        double least = plane.least(user) / budgets[user];
        double most = plane.most(user) / budgets[user];
        for (int i = 0; i < CELLS; i++) centres[i] = least + (most - least) * (i + 0.5) / CELLS;
        return centres;
    }

    private List<Line> nullclines() {
        double[] share =
                IntStream.range(0, POINTS).mapToDouble(i -> i / (POINTS - 1.0)).toArray();
        double[] first = new double[POINTS];
        double[] second = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            first[i] = plane.response(0, share[i] * budgets[1]) / budgets[0];
            second[i] = plane.response(1, share[i] * budgets[0]) / budgets[1];
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("best response of user 0", Line.Role.GUIDE, first, share));
        lines.add(new Line("best response of user 1", Line.Role.GUIDE, share, second));
        double[][] separatrix = plane.separatrix();
        if (separatrix[0].length > 0)
            lines.add(new Line(
                    "separatrix for small steps",
                    Line.Role.SEPARATRIX,
                    shares(separatrix[0], 0),
                    shares(separatrix[1], 1)));
        return List.copyOf(lines);
    }

    private double[] shares(double[] powers, int user) {
        double[] shares = new double[powers.length];
        for (int i = 0; i < shares.length; i++) shares[i] = powers[i] / budgets[user];
        return shares;
    }

    /** Equilibria with the numbers that the table of equilibria gives them. */
    private List<Mark> rests(Analysis analysis) {
        List<Mark> marks = new ArrayList<>();
        for (TwoByTwo.Equilibrium equilibrium : plane.equilibria()) {
            int number = analysis.nearest(plane.powers(equilibrium));
            String name = number < 0 ? "equilibrium" : "equilibrium " + number;
            marks.add(new Mark(
                    equilibrium.saddle() ? name + ", a saddle" : name,
                    equilibrium.saddle() ? Mark.Role.SADDLE : Mark.Role.STABLE,
                    equilibrium.x() / budgets[0],
                    equilibrium.y() / budgets[1]));
        }
        return List.copyOf(marks);
    }

    Portrait.Values portrait(Orbit orbit, double[] powers) {
        List<Line> lines = new ArrayList<>(nullclines);
        lines.add(orbit.line("run"));
        return new Portrait.Values(flow(plane, budgets), lines, marks(orbit, powers), basins);
    }

    private static Portrait.Flow flow(TwoByTwo plane, double[] budgets) {
        return (x, y, out) -> {
            out[0] = plane.response(0, y * budgets[1]) / budgets[0] - x;
            out[1] = plane.response(1, x * budgets[0]) / budgets[1] - y;
        };
    }

    private List<Mark> marks(Orbit orbit, double[] powers) {
        List<Mark> marks = new ArrayList<>(rests);
        marks.add(new Mark("", Mark.Role.START, orbit.startX(), orbit.startY()));
        marks.add(new Mark("", Mark.Role.NOW, powers[0] / budgets[0], powers[2] / budgets[1]));
        return marks;
    }

    Landscape landscape(Orbit orbit, double[] powers) {
        TwoByTwo held = plane;
        double[] scale = budgets;
        return Landscape.of(
                "shares",
                "Potential of the best responses",
                Axis.linear("share of user 0 on tone 0"),
                Axis.linear("share of user 1 on tone 0"),
                Axis.linear("φ"),
                new Box(0, 1, 0, 1),
                (x, y) -> held.potential(x * scale[0], y * scale[1]),
                List.of(orbit.line("run")),
                marks(orbit, powers));
    }
}

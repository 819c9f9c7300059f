package org.separatrix.labs.waterfilling.theory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Two users on two tones: the state is a point in the plane, the power of each user on tone 0. The best responses
 * {@code BR_k = clip(b_k - s_k x_j)} are straight lines with kinks, which cross in one or three points; the middle one of
 * three is a saddle. Immutable.
 */
public final class TwoByTwo {
    private static final double SAME = 1e-9;
    private static final double ARRIVED = 1e-6;
    private static final double STRIDE = 1e-2;
    private static final int LONGEST = 4096;

    /** Who moves when. */
    public enum Turns {
        TOGETHER,
        FIRST_THEN_SECOND,
        SECOND_THEN_FIRST
    }

    /**
     * A point where both best responses cross.
     *
     * @param x the power of user 0 on tone 0
     * @param y the power of user 1 on tone 0
     * @param saddle whether it repels in one direction
     */
    public record Equilibrium(double x, double y, boolean saddle) {}

    private final double[] budget = new double[2];
    private final double[] least = new double[2];
    private final double[] most = new double[2];
    private final double[] intercept = new double[2];
    private final double[] slope = new double[2];
    private final List<Equilibrium> equilibria;

    public TwoByTwo(Game game) {
        for (int k = 0; k < 2; k++) {
            int j = 1 - k;
            budget[k] = game.budgets()[k];
            least[k] = Math.max(0, budget[k] - game.cap(k, 1));
            most[k] = Math.min(budget[k], game.cap(k, 0));
            slope[k] = (game.coupling(k, j, 0) + game.coupling(k, j, 1)) / 2;
            double interference = game.coupling(k, j, 1) * game.budgets()[j];
            intercept[k] = (budget[k] + game.noise(k, 1) - game.noise(k, 0) + interference) / 2;
        }
        equilibria = crossings();
    }

    /** The best response of a user, its power on tone 0, to that of the other. */
    public double response(int user, double other) {
        return Math.clamp(intercept[user] - slope[user] * other, least[user], most[user]);
    }

    /** The ends of the powers that a user may put on tone 0. */
    public double least(int user) {
        return least[user];
    }

    /** See {@link #least}. */
    public double most(int user) {
        return most[user];
    }

    /** b_k. */
    public double intercept(int user) {
        return intercept[user];
    }

    /** s_k, the mean of the couplings on the two tones. */
    public double slope(int user) {
        return slope[user];
    }

    /** The powers of both users on both tones at an equilibrium, K x N. */
    public double[] powers(Equilibrium equilibrium) {
        return new double[] {equilibrium.x(), budget[0] - equilibrium.x(), equilibrium.y(), budget[1] - equilibrium.y()
        };
    }

    /** The equilibria, those that attract first. */
    public List<Equilibrium> equilibria() {
        return equilibria;
    }

    /** Fixed points of the piecewise linear x -> BR_0(BR_1(x)), piece by piece. */
    private List<Equilibrium> crossings() {
        double[] ends = DoubleStream.concat(DoubleStream.of(least[0], most[0]), kinks())
                .filter(x -> x >= least[0] && x <= most[0])
                .sorted()
                .toArray();
        List<Equilibrium> found = new ArrayList<>();
        for (int i = 0; i + 1 < ends.length; i++) {
            double left = excess(ends[i]);
            double right = excess(ends[i + 1]);
            if (left == 0) add(ends[i], found);
            if (right == 0) add(ends[i + 1], found);
            if (left * right < 0) add(ends[i] + (ends[i + 1] - ends[i]) * left / (left - right), found);
        }
        found.sort(Comparator.comparing(Equilibrium::saddle));
        return List.copyOf(found);
    }

    /** The powers of user 0 at which user 1 meets a bound, and those at which user 0 meets one in answer to user 1. */
    private DoubleStream kinks() {
        return DoubleStream.of(
                        least[1], most[1], (intercept[0] - least[0]) / slope[0], (intercept[0] - most[0]) / slope[0])
                .map(y -> (intercept[1] - y) / slope[1]);
    }

    private double excess(double x) {
        return response(0, response(1, x)) - x;
    }

    private void add(double x, List<Equilibrium> found) {
        double y = response(1, x);
        for (Equilibrium known : found) if (Math.abs(known.x() - x) < SAME * most[0]) return;
        boolean free = x > least[0] && x < most[0] && y > least[1] && y < most[1];
        found.add(new Equilibrium(x, y, free && slope[0] * slope[1] > 1));
    }

    /** beta: the saddle's multipliers are plus and minus this. */
    public double overshoot() {
        return Math.sqrt(slope[0] * slope[1]);
    }

    /** The slope dy/dx of the line between the basins at the saddle, where no response is at a bound. */
    public double separatrixSlope() {
        return Math.sqrt(slope[1] / slope[0]);
    }

    /**
     * The potential that best responses descend, one user at a time or both by small steps. Its minima are the equilibria
     * that attract.
     */
    public double potential(double x, double y) {
        return slope[1] * (x * x / 2 - intercept[0] * x)
                + slope[0] * (y * y / 2 - intercept[1] * y)
                + slope[0] * slope[1] * x * y;
    }

    /**
     * The line between the basins of the flow {@code dx/dt = BR(x) - x}, as x and then y coordinates: through the saddle,
     * integrated backward in time to the edges. Empty where there is no saddle.
     */
    public double[][] separatrix() {
        return equilibria.stream()
                .filter(Equilibrium::saddle)
                .findFirst()
                .map(this::separatrix)
                .orElse(new double[2][0]);
    }

    private double[][] separatrix(Equilibrium saddle) {
        List<double[]> forward = branch(saddle, 1);
        List<double[]> backward = branch(saddle, -1).reversed();
        List<double[]> all = new ArrayList<>(backward);
        all.add(new double[] {saddle.x(), saddle.y()});
        all.addAll(forward);
        return new double[][] {
            all.stream().mapToDouble(point -> point[0]).toArray(),
            all.stream().mapToDouble(point -> point[1]).toArray()
        };
    }

    private List<double[]> branch(Equilibrium saddle, int side) {
        double step = 1e-6 * side;
        double[] at = {saddle.x() + step, saddle.y() + step * separatrixSlope()};
        List<double[]> points = new ArrayList<>();
        while (points.size() < LONGEST && inside(at)) {
            points.add(at);
            at = backward(at);
        }
        return points;
    }

    private boolean inside(double[] at) {
        return at[0] >= least[0] && at[0] <= most[0] && at[1] >= least[1] && at[1] <= most[1];
    }

    /** A step of the classical method of Runge and Kutta, back in time. */
    private double[] backward(double[] at) {
        double[] k1 = velocity(at[0], at[1]);
        double[] k2 = velocity(at[0] - STRIDE / 2 * k1[0], at[1] - STRIDE / 2 * k1[1]);
        double[] k3 = velocity(at[0] - STRIDE / 2 * k2[0], at[1] - STRIDE / 2 * k2[1]);
        double[] k4 = velocity(at[0] - STRIDE * k3[0], at[1] - STRIDE * k3[1]);
        return new double[] {
            at[0] - STRIDE / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]),
            at[1] - STRIDE / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
        };
    }

    private double[] velocity(double x, double y) {
        return new double[] {response(0, y) - x, response(1, x) - y};
    }

    /**
     * Where starts on a grid of cells lead, row after row from the lowest y: the number of the equilibrium, or the number of
     * equilibria where the process goes to and fro for ever.
     *
     * @param side cells along each axis
     */
    public int[] basins(int side, Turns turns, double lambda) {
        int[] basins = new int[side * side];
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++)
                basins[row * side + column] = end(
                        least[0] + (most[0] - least[0]) * (column + 0.5) / side,
                        least[1] + (most[1] - least[1]) * (row + 0.5) / side,
                        turns,
                        lambda);
        return basins;
    }

    private int end(double x, double y, Turns turns, double lambda) {
        long limit = Math.round(100 + 40 / lambda);
        for (long step = 0; step < limit; step++) {
            double oldX = x;
            double oldY = y;
            if (turns != Turns.SECOND_THEN_FIRST) x += lambda * (response(0, y) - x);
            y += lambda * (response(1, turns == Turns.FIRST_THEN_SECOND ? x : oldX) - y);
            if (turns == Turns.SECOND_THEN_FIRST) x += lambda * (response(0, y) - x);
            if (Math.abs(x - oldX) + Math.abs(y - oldY) < ARRIVED * lambda) return nearest(x, y);
        }
        return equilibria.size();
    }

    private int nearest(double x, double y) {
        int best = 0;
        for (int i = 1; i < equilibria.size(); i++) if (distance(i, x, y) < distance(best, x, y)) best = i;
        return best;
    }

    private double distance(int i, double x, double y) {
        return Math.hypot(equilibria.get(i).x() - x, equilibria.get(i).y() - y);
    }
}

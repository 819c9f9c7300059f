package org.separatrix.compute;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A plane in which a path through a space of many dimensions is seen: the points origin + x along + y across, where both
 * directions are orthogonal and equally long. The choice of planes follows Li, Xu, Taylor, Studer, Goldstein, Visualizing
 * the Loss Landscape of Neural Nets (2018).
 *
 * @param origin a point of the plane
 * @param along one direction
 * @param across the other
 * @param x where the states of the path lie along the first, oldest first
 * @param y the same along the other
 */
public record PathPlane(double[] origin, double[] along, double[] across, double[] x, double[] y) {
    /** Directions shorter than this, as a share of the path, are rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * The plane through the first state, at (0, 0), and the last one, at (1, 0), and along what varies most besides.
     *
     * @param states oldest first
     * @return empty where the path ends where it began, or goes straight
     */
    public static Optional<PathPlane> throughEnds(List<double[]> states) {
        double[] first = states.getFirst();
        double[] along = combination(1, states.getLast(), -1, first);
        double length = Math.sqrt(inner(along, along));
        if (!(length > 0)) return Optional.empty();
        List<double[]> rest = states.stream()
                .map(state -> combination(1, state, -1, first))
                .map(from -> combination(1, from, -inner(from, along) / (length * length), along))
                .toList();
        double[][] principal = principal(rest, 1);
        if (principal.length < 1 || norm(principal[0]) < ROUNDING * length) return Optional.empty();
        return Optional.of(spanned(states, first, along, scaled(principal[0], length)));
    }

    /**
     * The plane through the last state, at (0, 0), along the two directions in which the others differ most from it.
     *
     * @param states oldest first
     * @return empty where the path does not move, or goes straight
     */
    public static Optional<PathPlane> principal(List<double[]> states) {
        double[] last = states.getLast();
        List<double[]> from =
                states.stream().map(state -> combination(1, state, -1, last)).toList();
        double[][] principal = principal(from, 2);
        if (principal.length < 2) return Optional.empty();
        double length = norm(principal[0]);
        if (!(norm(principal[1]) > ROUNDING * length)) return Optional.empty();
        double farthest = from.stream().mapToDouble(PathPlane::norm).max().orElseThrow();
        return Optional.of(spanned(states, last, scaled(principal[0], farthest), scaled(principal[1], farthest)));
    }

    private static PathPlane spanned(List<double[]> states, double[] origin, double[] along, double[] across) {
        double square = inner(along, along);
        double[] x = new double[states.size()];
        double[] y = new double[states.size()];
        for (int k = 0; k < x.length; k++) {
            double[] from = combination(1, states.get(k), -1, origin);
            x[k] = inner(from, along) / square;
            y[k] = inner(from, across) / square;
        }
        return new PathPlane(origin, along, across, x, y);
    }

    /**
     * The leading right singular vectors of some vectors, times their singular values; each points to where the vectors
     * go on the whole, since it has no sign of its own.
     */
    private static double[][] principal(List<double[]> vectors, int count) {
        int size = vectors.size();
        double[][] products = new double[size][size];
        for (int k = 0; k < size; k++)
            for (int l = 0; l <= k; l++) {
                products[k][l] = inner(vectors.get(k), vectors.get(l));
                products[l][k] = products[k][l];
            }
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(Matrix.ofRows(products));
        return IntStream.range(0, Math.min(count, size))
                .mapToObj(c -> {
                    double[] direction = new double[vectors.getFirst().length];
                    double sum = 0;
                    for (int k = 0; k < size; k++) {
                        double weight = eigen.vectors().get(k, size - 1 - c);
                        sum += weight;
                        direction = combination(1, direction, weight, vectors.get(k));
                    }
                    return sum < 0 ? combination(-1, direction, 0, direction) : direction;
                })
                .toArray(double[][]::new);
    }

    private static double[] scaled(double[] direction, double length) {
        return combination(length / norm(direction), direction, 0, direction);
    }

    private static double[] combination(double a, double[] x, double b, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) sum[i] = a * x[i] + b * y[i];
        return sum;
    }

    private static double inner(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    private static double norm(double[] x) {
        return Math.sqrt(inner(x, x));
    }
}

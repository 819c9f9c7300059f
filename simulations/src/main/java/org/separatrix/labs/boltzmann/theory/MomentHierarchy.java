package org.separatrix.labs.boltzmann.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The closed equations of all moments of degrees two and four under shear, for isotropic scattering at a rate that does
 * not depend on the relative speed: linear in a bath, bilinear in a gas.
 *
 * <p>A moment is that of v&#8321;^i v&#8322;^j v&#8323;^k with i + j and k even; the others stay zero from an even
 * start. The coefficients are the exact averages over the directions of scattering, expanded as polynomials in the two
 * velocities before the collision. On account of its scratch an instance serves one thread at a time.
 */
public final class MomentHierarchy {
    /** One product of powers of the velocity components, with its place. */
    public record Moment(int first, int second, int third) {
        int degree() {
            return first + second + third;
        }
    }

    /** The moments, those of degree two first. */
    public static final List<Moment> MOMENTS = moments();

    private record Term(int row, int left, int right, double coefficient) {}

    private static final int ONE = -1;

    private final double[][] shear;
    private final Term[] terms;
    private final double rate;
    private final boolean scaled;
    private final double[][] slopes = new double[4][MOMENTS.size()];
    private final double[] at = new double[MOMENTS.size()];

    private MomentHierarchy(double shear, double rate, List<Term> terms, boolean scaled) {
        this.shear = shearing(shear);
        this.rate = rate;
        this.terms = terms.toArray(Term[]::new);
        this.scaled = scaled;
    }

    /** Of tagged particles in a bath of variance theta. */
    public static MomentHierarchy tagged(double shear, double rate, double mu1, double theta) {
        var terms = new ArrayList<Term>();
        for (int row = 0; row < MOMENTS.size(); row++) {
            for (var entry : afterCollision(MOMENTS.get(row), mu1).entrySet()) {
                int[] powers = entry.getKey().powers();
                int[] bath = {powers[3], powers[4], powers[5]};
                double mean = gaussian(bath, theta);
                if (mean == 0) continue;
                terms.add(new Term(row, place(powers[0], powers[1], powers[2]), ONE, entry.getValue() * mean));
            }
        }
        return new MomentHierarchy(shear, rate, terms, false);
    }

    /** Of a gas, in units of its own thermal speed: p = 1 always. */
    public static MomentHierarchy gas(double shear, double rate) {
        var terms = new ArrayList<Term>();
        for (int row = 0; row < MOMENTS.size(); row++) {
            for (var entry : afterCollision(MOMENTS.get(row), 0.5).entrySet()) {
                int[] powers = entry.getKey().powers();
                if (vanishes(powers[0], powers[1], powers[2]) || vanishes(powers[3], powers[4], powers[5])) continue;
                terms.add(new Term(
                        row,
                        place(powers[0], powers[1], powers[2]),
                        place(powers[3], powers[4], powers[5]),
                        entry.getValue()));
            }
        }
        return new MomentHierarchy(shear, rate, terms, true);
    }

    /** The moments of a Maxwellian of variance theta, in the order of {@link #MOMENTS}. */
    public static double[] maxwellian(double theta) {
        return MOMENTS.stream()
                .mapToDouble(moment -> gaussian(new int[] {moment.first(), moment.second(), moment.third()}, theta))
                .toArray();
    }

    /** The place of a moment in the order of {@link #MOMENTS}. */
    public static int index(int first, int second, int third) {
        return MOMENTS.indexOf(new Moment(first, second, third));
    }

    /** &lt;|v|&#8308;&gt; from the moments. */
    public static double fourthPower(double[] m) {
        return m[index(4, 0, 0)]
                + m[index(0, 4, 0)]
                + m[index(0, 0, 4)]
                + 2 * (m[index(2, 2, 0)] + m[index(2, 0, 2)] + m[index(0, 2, 2)]);
    }

    /** Writes the moments' rates of change. */
    public void derivative(double[] m, double[] out) {
        for (int i = 0; i < m.length; i++) {
            double sum = -rate * m[i];
            for (int j = 0; j < m.length; j++) sum += shear[i][j] * m[j];
            out[i] = sum;
        }
        for (Term term : terms)
            out[term.row] += rate
                    * term.coefficient
                    * (term.left == ONE ? 1 : m[term.left])
                    * (term.right == ONE ? 1 : m[term.right]);
        if (!scaled) return;
        double pressure = 0;
        double growth = 0;
        for (int i = 0; i < m.length; i++) {
            Moment moment = MOMENTS.get(i);
            if (moment.degree() != 2 || moment.first() == 1) continue;
            pressure += m[i];
            growth += out[i];
        }
        for (int i = 0; i < m.length; i++) out[i] -= MOMENTS.get(i).degree() / 2.0 * growth / pressure * m[i];
    }

    /** Moves the moments on by classical Runge-Kutta steps no longer than {@code longest}. */
    public void advance(double[] m, double time, double longest) {
        int steps = Math.max(1, (int) Math.ceil(time / longest));
        double h = time / steps;
        int n = m.length;
        double[][] k = slopes;
        for (int step = 0; step < steps; step++) {
            derivative(m, k[0]);
            for (int stage = 1; stage < 4; stage++) {
                double part = stage == 3 ? h : h / 2;
                for (int i = 0; i < n; i++) at[i] = m[i] + part * k[stage - 1][i];
                derivative(at, k[stage]);
            }
            for (int i = 0; i < n; i++) m[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
        }
    }

    private static List<Moment> moments() {
        var all = new ArrayList<Moment>();
        for (int degree = 2; degree <= 4; degree += 2)
            for (int i = degree; i >= 0; i--)
                for (int j = degree - i; j >= 0; j--) {
                    int k = degree - i - j;
                    if ((i + j) % 2 == 0 && k % 2 == 0) all.add(new Moment(i, j, k));
                }
        return List.copyOf(all);
    }

    private static boolean vanishes(int i, int j, int k) {
        return i + j + k > 0 && !MOMENTS.contains(new Moment(i, j, k));
    }

    private static int place(int i, int j, int k) {
        return i + j + k == 0 ? ONE : index(i, j, k);
    }

    private static double[][] shearing(double shear) {
        double[][] m = new double[MOMENTS.size()][MOMENTS.size()];
        for (int i = 0; i < m.length; i++) {
            Moment moment = MOMENTS.get(i);
            if (moment.first() > 0)
                m[i][index(moment.first() - 1, moment.second() + 1, moment.third())] -= shear * moment.first();
        }
        return m;
    }

    private static double gaussian(int[] powers, double theta) {
        double mean = 1;
        int degree = 0;
        for (int power : powers) {
            if (power % 2 != 0) return 0;
            mean *= doubleFactorial(power - 1);
            degree += power;
        }
        return mean * Math.pow(theta, degree / 2.0);
    }

    private static double doubleFactorial(int n) {
        return n <= 0 ? 1 : n * doubleFactorial(n - 2);
    }

    private static int choose(int n, int k) {
        return k == 0 ? 1 : choose(n - 1, k - 1) * n / k;
    }

    /** Powers of the six components before the collision: three of the particle, three of its partner. */
    private record Powers(int[] powers) {
        static Powers of(int place) {
            int[] powers = new int[6];
            powers[place] = 1;
            return new Powers(powers);
        }

        Powers times(Powers other) {
            int[] sum = powers.clone();
            for (int i = 0; i < 6; i++) sum[i] += other.powers[i];
            return new Powers(sum);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Powers p && java.util.Arrays.equals(powers, p.powers);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(powers);
        }
    }

    private static Map<Powers, Double> product(Map<Powers, Double> a, Map<Powers, Double> b) {
        var product = new HashMap<Powers, Double>();
        a.forEach((p, x) -> b.forEach((q, y) -> product.merge(p.times(q), x * y, Double::sum)));
        return product;
    }

    /** The mean over n of a moment of v' = V + mu2 |g| n, V = mu1 v + mu2 v*, as a polynomial. */
    private static Map<Powers, Double> afterCollision(Moment moment, double mu1) {
        double mu2 = 1 - mu1;
        int[] alpha = {moment.first(), moment.second(), moment.third()};
        Map<Powers, Double> squaredSpeed = new HashMap<>();
        var centre = new ArrayList<Map<Powers, Double>>();
        for (int i = 0; i < 3; i++) {
            centre.add(Map.of(Powers.of(i), mu1, Powers.of(i + 3), mu2));
            Map<Powers, Double> g = Map.of(Powers.of(i), 1.0, Powers.of(i + 3), -1.0);
            product(g, g).forEach((p, x) -> squaredSpeed.merge(p, x, Double::sum));
        }
        var result = new HashMap<Powers, Double>();
        for (int a = 0; a <= alpha[0]; a += 2)
            for (int b = 0; b <= alpha[1]; b += 2)
                for (int c = 0; c <= alpha[2]; c += 2) {
                    int[] j = {a, b, c};
                    int degree = a + b + c;
                    double factor = Math.pow(mu2, degree) / doubleFactorial(degree + 1);
                    Map<Powers, Double> polynomial = Map.of(new Powers(new int[6]), 1.0);
                    for (int i = 0; i < 3; i++) {
                        factor *= choose(alpha[i], j[i]) * doubleFactorial(j[i] - 1);
                        for (int k = j[i]; k < alpha[i]; k++) polynomial = product(polynomial, centre.get(i));
                    }
                    for (int k = 0; k < degree / 2; k++) polynomial = product(polynomial, squaredSpeed);
                    double weight = factor;
                    polynomial.forEach((p, x) -> result.merge(p, weight * x, Double::sum));
                }
        result.values().removeIf(x -> Math.abs(x) < 1e-15);
        return result;
    }
}

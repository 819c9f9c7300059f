package org.separatrix.labs.boltzmann;

import org.hipparchus.special.Gamma;
import org.separatrix.compute.CounterDraw;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Elementary;
import org.separatrix.compute.Workers;

/**
 * Tagged particles in a Maxwellian bath under simple shear, collision by collision: exact in law at any time.
 *
 * <p>Over a window in which |v| at most changes by a factor the rate of collisions is bounded by a mixture of two laws
 * of partners; candidates are drawn at the bound and accepted with the ratio of the true rate (thinning). Windows grow
 * with |v|, so that even times of 10^90 take some hundred of them.
 */
final class TaggedEvents implements Engine {
    private static final int PURPOSE = 4;

    /** A particle so fast stays as it is: its square root still has a meaning, its sums do not. */
    private static final double FASTEST = 1e290;

    /** No three normal deviates that words of 32 bits make are longer: twice a radius of sqrt(2 ln 2^33). */
    private static final double LONGEST_PARTNER = 9.57;

    private final Velocities v;
    private final int[] drawn;
    private final int[] collisions;
    private final Crew crew;
    private final Workers.Task task = this::part;
    private final long seed;
    private final double mu1;
    private final double thermal;
    private double shear;
    private double rate;
    private final double gamma;
    private double time;
    private double end;

    TaggedEvents(
            Velocities v, double shear, double rate, double gamma, double mu1, double theta, long seed, Crew crew) {
        this.v = v;
        this.shear = shear;
        this.rate = rate;
        this.gamma = gamma;
        this.mu1 = mu1;
        this.thermal = Math.sqrt(theta);
        this.seed = seed;
        this.crew = crew;
        drawn = new int[v.count()];
        collisions = new int[v.count()];
    }

    @Override
    public void advance(double dt) {
        end = time + dt;
        crew.run(task);
        time = end;
    }

    private void part(int part, int parts) {
        int n = v.count();
        var path = new Path();
        int to = Workers.bound(part + 1, parts, n, Velocities.BLOCK);
        for (int i = Workers.bound(part, parts, n, Velocities.BLOCK); i < to; i++) path.follow(i);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public Velocities velocities() {
        return v;
    }

    @Override
    public double collisions() {
        return Counts.mean(collisions);
    }

    @Override
    public double collisionSpread() {
        return Counts.spread(collisions);
    }

    @Override
    public void change(Deformation deformation, double rate) {
        this.shear = deformation.l0()[1];
        this.rate = rate;
    }

    /** The length of a vector, without overflow. */
    static double length(double a, double b, double c) {
        double largest = Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c)));
        if (largest < 1e150 && largest > 1e-150) return Math.sqrt(a * a + b * b + c * c);
        if (largest == 0) return 0;
        double x = a / largest;
        double y = b / largest;
        double z = c / largest;
        return largest * Math.sqrt(x * x + y * y + z * z);
    }

    private static double power(double x, double y) {
        return y == 0 ? 1 : Elementary.power(x, y);
    }

    /** One particle's way through one advance. */
    private final class Path {
        private final double wayUp =
                Math.pow(Math.sqrt(2) * thermal, gamma) * Gamma.gamma((3 + gamma) / 2) / Gamma.gamma(1.5);
        private final double peak = Math.pow(2 * Math.PI, -1.5) / (thermal * thermal * thermal);
        private int particle;
        private int draws;
        private double a;
        private double b;
        private double c;
        // The window's bound: a plain partner's weight, and that of one weighted or near.
        private double plain;
        private double special;
        private double near;
        private double nearPeak;
        // The candidate.
        private double x;
        private double y;
        private double z;
        private double g;

        private CounterDraw next() {
            return CounterDraw.at(seed, particle, draws++, 0, PURPOSE);
        }

        void follow(int i) {
            particle = i;
            draws = drawn[i];
            a = v.x()[i];
            b = v.y()[i];
            c = v.z()[i];
            double t = time;
            while (t < end) {
                double speed = length(a, b, c);
                if (!(speed < FASTEST)) break;
                double window = Math.min(
                        end - t,
                        Math.max(
                                Math.max(speed, thermal) / 2 / (shear * Math.abs(b) + Double.MIN_NORMAL), 1e-12 * end));
                double ahead = carried(window);
                bound(ahead);
                double total = rate * (plain + special);
                CounterDraw first = next();
                double wait = -Elementary.log(first.fine()) / total;
                if (wait >= window) {
                    a = ahead;
                    t += window;
                    continue;
                }
                a = carried(wait);
                t += wait;
                boolean usual = first.third() * (plain + special) < plain;
                if (accepts(usual, first.fourth())) scatter();
            }
            drawn[i] = draws;
            v.x()[i] = a;
            v.y()[i] = b;
            v.z()[i] = c;
        }

        /** The first component after a while in the flow. Over long windows it may pass all numbers. */
        private double carried(double span) {
            return Math.clamp(a - shear * b * span, -FASTEST, FASTEST);
        }

        /** Bounds |g|^gamma M over the window in which the first component goes from a to {@code ahead}. */
        private void bound(double ahead) {
            special = 0;
            if (gamma == 0) {
                plain = 1;
                return;
            }
            double most = Math.max(Math.abs(a), Math.abs(ahead));
            if (gamma > 0) {
                plain = power(length(most, b, c), gamma);
                special = wayUp;
                return;
            }
            boolean turns = a <= 0 && ahead >= 0 || a >= 0 && ahead <= 0;
            double least = turns ? 0 : Math.min(Math.abs(a), Math.abs(ahead));
            double slowest = length(least, b, c);
            near = Math.max(thermal, slowest / 2);
            double q = Math.max(0, slowest - near) / thermal;
            nearPeak = q < 38 ? peak * Elementary.exp(-q * q / 2) : 0;
            plain = power(near, gamma);
            special = nearPeak * 4 * Math.PI * power(near, 3 + gamma) / (3 + gamma);
        }

        private boolean accepts(boolean usual, double u) {
            if (gamma < 0 && !usual) {
                CounterDraw words = next();
                double r = near * power(words.fine(), 1 / (3 + gamma));
                direction(words.third(), words.fourth());
                x = a - r * x;
                y = b - r * y;
                z = c - r * z;
            } else if (usual) {
                normal(next());
            } else {
                weighted();
            }
            g = length(a - x, b - y, c - z);
            if (gamma == 0) return true;
            double f = power(g, gamma);
            if (gamma > 0) return u * (plain + power(length(x, y, z), gamma)) < f;
            double m = peak * Elementary.exp(-(x * x + y * y + z * z) / (2 * thermal * thermal));
            return u * (m * plain + (g < near ? nearPeak * f : 0)) < m * f;
        }

        /** A partner with a density proportional to |v*|^gamma M, by rejection. */
        private void weighted() {
            double bound = power(LONGEST_PARTNER * thermal, gamma);
            do {
                normal(next());
            } while (next().fine() * bound >= power(length(x, y, z), gamma));
        }

        private void normal(CounterDraw words) {
            double r = thermal * Math.sqrt(-2 * Elementary.log(words.first()));
            x = r * Elementary.cosTurn(words.second());
            y = r * Elementary.sinTurn(words.second());
            z = thermal * Math.sqrt(-2 * Elementary.log(words.third())) * Elementary.cosTurn(words.fourth());
        }

        private void direction(double u, double turn) {
            z = 2 * u - 1;
            double r = Math.sqrt(Math.max(0, 1 - z * z));
            x = r * Elementary.cosTurn(turn);
            y = r * Elementary.sinTurn(turn);
        }

        private void scatter() {
            double partnerX = x;
            double partnerY = y;
            double partnerZ = z;
            CounterDraw words = next();
            direction(words.first(), words.second());
            double mu2 = 1 - mu1;
            a = mu1 * a + mu2 * (partnerX + g * x);
            b = mu1 * b + mu2 * (partnerY + g * y);
            c = mu1 * c + mu2 * (partnerZ + g * z);
            collisions[particle]++;
        }
    }
}

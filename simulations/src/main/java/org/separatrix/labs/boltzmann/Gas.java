package org.separatrix.labs.boltzmann;

import java.util.function.DoubleUnaryOperator;
import org.separatrix.compute.CounterDraw;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Draws;
import org.separatrix.compute.Elementary;
import org.separatrix.compute.Workers;
import org.separatrix.lab.Compute;

/**
 * A gas whose particles collide in pairs (direct simulation Monte Carlo), in steps of half a flight, collisions, half a
 * flight, in units of its own thermal speed.
 *
 * <p>Pairs are drawn in one of two ways. By Nanbu and Babovsky all particles stand in random disjoint pairs, each of
 * which collides with probability 1 - e^(-nu |g|^gamma dt). With a majorant, any two particles may meet at the rate of
 * the fastest pair and collide with the ratio of their rate to it, as often as a step has room for: exact collisions,
 * on one thread.
 *
 * <p>A collision moves only two particles and takes its random numbers from the pair's, so the result does not depend
 * on the number of threads.
 */
final class Gas implements Engine {
    private static final int PAIRS = 2;
    private static final int MAJORANT = 5;

    /** A relative speed that few pairs of a Maxwellian exceed: the first guess of the largest. */
    private static final double FIRST_FASTEST = 9;

    private final Velocities v;
    private final Crew crew;
    private final Frame frame;
    private final Pairing pairing;
    private final RoundedVelocities rounded;
    private final Scratch[] scratch;
    private final Workers.Task fly = this::fly;
    private final Workers.Task flyAndRound = this::flyAndRound;
    private final Workers.Task collide = this::collide;
    private final DoubleUnaryOperator density;
    private final boolean majorant;
    private final boolean thermostat;
    private final boolean rescaled;
    private final long seed;
    private Deformation deformation;
    private double rate;
    private final double gamma;
    private double time;
    private int step;
    private long hits;
    private double majorantPower;

    private double[] flight;
    private double stepRate;

    /**
     * How a gas is advanced.
     *
     * @param majorant whether pairs are drawn with a majorant
     * @param thermostat whether the collision rate stays that of temperature one
     * @param rescaled whether the pressure is kept at one
     */
    record Mode(boolean majorant, boolean thermostat, boolean rescaled) {}

    /** @param density the density at a time, in units of that at the start */
    Gas(
            Velocities v,
            Deformation deformation,
            double rate,
            double gamma,
            Mode mode,
            DoubleUnaryOperator density,
            long seed,
            Crew crew,
            Compute.Kind kind) {
        this.v = v;
        this.deformation = deformation;
        this.rate = rate;
        this.gamma = gamma;
        this.majorant = mode.majorant();
        this.thermostat = mode.thermostat();
        this.rescaled = mode.rescaled();
        this.density = density;
        this.seed = seed;
        this.crew = crew;
        frame = new Frame(v, crew);
        if (rescaled) frame.standardise();
        pairing = new Pairing(v.count());
        rounded = new RoundedVelocities(v.count(), gamma);
        majorantPower = gamma > 0 ? 1.2 * Math.pow(FIRST_FASTEST, gamma) : 1;
        scratch = new Scratch[crew.each().size()];
        for (int i = 0; i < scratch.length; i++) scratch[i] = new Scratch(Draws.of(kind));
    }

    @Override
    public void advance(double dt) {
        double scale = thermostat ? 1 : Math.exp(gamma * frame.logScale());
        stepRate = rate * scale * dt * density.applyAsDouble(time + dt / 2);
        flight = deformation.flight(time, time + dt / 2);
        crew.run(majorant || gamma == 0 ? fly : flyAndRound);
        if (majorant) {
            collideByMajorant();
        } else {
            pairing.draw(seed, step);
            crew.run(collide);
            for (Scratch s : scratch) {
                hits += s.hits;
                s.hits = 0;
            }
        }
        flight = deformation.flight(time + dt / 2, time + dt);
        crew.run(fly);
        if (rescaled) frame.rescale();
        time += dt;
        step++;
    }

    private void fly(int part, int parts) {
        v.map(flight, start(part, parts), start(part + 1, parts));
    }

    private void flyAndRound(int part, int parts) {
        int to = start(part + 1, parts);
        for (int from = start(part, parts); from < to; from += Velocities.BLOCK) {
            int end = Math.min(from + Velocities.BLOCK, to);
            v.map(flight, from, end);
            rounded.take(v, from, end);
        }
    }

    private int start(int part, int parts) {
        return Workers.bound(part, parts, v.count(), Velocities.BLOCK);
    }

    private void collide(int part, int parts) {
        int pairs = v.count() / 2;
        Scratch s = scratch[part];
        var place = new Draws.Place(seed, step, 0, PAIRS);
        int to = Workers.bound(part + 1, parts, pairs, Velocities.BLOCK);
        for (int from = Workers.bound(part, parts, pairs, Velocities.BLOCK); from < to; from += Velocities.BLOCK) {
            int size = Math.min(Velocities.BLOCK, to - from);
            for (int i = 0; i < size; i++) s.pairs[i] = from + i;
            s.draws.uniforms(place, s.pairs, size, s.trial, s.height, s.turn);
            pairing.at(2 * from, 2 * size, s.order);
            int chosen = gamma == 0 ? choose(s, size) : chooseBySpeed(s, size);
            s.draws.directions(s.height, s.turn, chosen, s.x, s.y, s.z);
            for (int i = 0; i < chosen; i++) scatter(s.first[i], s.second[i], s.x[i], s.y[i], s.z[i]);
            s.hits += chosen;
        }
    }

    private int choose(Scratch s, int size) {
        double probability = -Math.expm1(-stepRate);
        int chosen = 0;
        for (int i = 0; i < size; i++) {
            s.take(i, chosen);
            chosen += s.trial[i] < probability ? 1 : 0;
        }
        return chosen;
    }

    private int chooseBySpeed(Scratch s, int size) {
        // The rounded velocities rule out nearly all, and only the others' own are fetched from afar.
        int candidates = 0;
        for (int i = 0; i < size; i++) {
            double bound = stepRate * rounded.bound(s.order[2 * i], s.order[2 * i + 1]);
            s.take(i, candidates);
            candidates += s.trial[i] < bound ? 1 : 0;
        }
        for (int i = 0; i < candidates; i++) s.speed[i] = squaredSpeed(s.first[i], s.second[i]);
        s.draws.power(s.speed, gamma / 2, -stepRate, candidates, s.speed);
        int chosen = 0;
        for (int i = 0; i < candidates; i++) {
            if (s.trial[i] >= -Math.expm1(s.speed[i])) continue;
            s.move(i, chosen++);
        }
        return chosen;
    }

    private double squaredSpeed(int i, int j) {
        double x = v.x()[i] - v.x()[j];
        double y = v.y()[i] - v.y()[j];
        double z = v.z()[i] - v.z()[j];
        return x * x + y * y + z * z;
    }

    /** Turns the relative velocity of two particles into a direction; their momentum and energy stay. */
    private void scatter(int i, int j, double nx, double ny, double nz) {
        double half = Math.sqrt(squaredSpeed(i, j)) / 2;
        double x = (v.x()[i] + v.x()[j]) / 2;
        double y = (v.y()[i] + v.y()[j]) / 2;
        double z = (v.z()[i] + v.z()[j]) / 2;
        v.x()[i] = x + half * nx;
        v.y()[i] = y + half * ny;
        v.z()[i] = z + half * nz;
        v.x()[j] = x - half * nx;
        v.y()[j] = y - half * ny;
        v.z()[j] = z - half * nz;
    }

    private void collideByMajorant() {
        long n = v.count();
        double seen = 0;
        double passed = 0;
        double total = n / 2.0 * stepRate * majorantPower;
        for (int d = 0; ; d++) {
            CounterDraw words = CounterDraw.at(seed, d, step, 0, MAJORANT);
            passed -= Elementary.log(words.fine()) / total;
            if (passed > 1) break;
            int i = (int) (words.word(2) * n >>> 32);
            int j = (int) (words.word(3) * (n - 1) >>> 32);
            if (j >= i) j++;
            double f = gamma == 0 ? 1 : Elementary.power(squaredSpeed(i, j), gamma / 2);
            seen = Math.max(seen, f);
            CounterDraw trial = CounterDraw.at(seed, d, step, 1, MAJORANT);
            if (trial.fine() * majorantPower >= f) continue;
            double height = 2 * trial.third() - 1;
            double r = Math.sqrt(Math.max(0, 1 - height * height));
            scatter(i, j, r * Elementary.cosTurn(trial.fourth()), r * Elementary.sinTurn(trial.fourth()), height);
            hits++;
        }
        majorantPower = Math.max(majorantPower, 1.1 * seen);
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
    public double logScale() {
        return frame.logScale();
    }

    @Override
    public double collisions() {
        return 2.0 * hits / v.count();
    }

    @Override
    public void change(Deformation deformation, double rate) {
        this.deformation = deformation;
        this.rate = rate;
    }

    /** What one thread needs for a block of pairs. */
    private static final class Scratch {
        final Draws draws;
        final long[] pairs = new long[Velocities.BLOCK];
        final int[] order = new int[2 * Velocities.BLOCK];
        final int[] first = new int[Velocities.BLOCK];
        final int[] second = new int[Velocities.BLOCK];
        final double[] trial = new double[Velocities.BLOCK];
        final double[] height = new double[Velocities.BLOCK];
        final double[] turn = new double[Velocities.BLOCK];
        final double[] speed = new double[Velocities.BLOCK];
        final double[] x = new double[Velocities.BLOCK];
        final double[] y = new double[Velocities.BLOCK];
        final double[] z = new double[Velocities.BLOCK];
        long hits;

        Scratch(Draws draws) {
            this.draws = draws;
        }

        /** Writes the pair at a place to the list of those that go on. */
        void take(int from, int to) {
            first[to] = order[2 * from];
            second[to] = order[2 * from + 1];
            keep(from, to);
        }

        /** Moves one of those up. */
        void move(int from, int to) {
            first[to] = first[from];
            second[to] = second[from];
            keep(from, to);
        }

        private void keep(int from, int to) {
            trial[to] = trial[from];
            height[to] = height[from];
            turn[to] = turn[from];
        }
    }
}

package org.separatrix.labs.boltzmann;

import java.util.function.DoubleUnaryOperator;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Draws;
import org.separatrix.compute.Elementary;
import org.separatrix.compute.Workers;
import org.separatrix.lab.Compute;

/**
 * Tagged particles in a Maxwellian bath, in steps of half a flight, collisions, half a flight.
 *
 * <p>Order 1 tries one collision with probability 1 - e^-r, where r = nu |g|^gamma dt. Order 2 tries one with
 * probability min(1, r) e^(-r'/2), r' being that of an independent partner, and after a hit one more with probability
 * r''/2 at the new velocity: second order in law, splitting included.
 *
 * <p>Random numbers are counted by particle, step and draw, so a particle's path does not depend on the others nor on
 * the number of threads. Particles go in blocks through the vector kernels; only those that may collide go on.
 */
final class TaggedSteps implements Engine {
    private static final int PURPOSE = 1;
    private static final int PARTNER = 0;
    private static final int TRIAL = 1;
    private static final int RIVAL = 2;
    private static final int SECOND_PARTNER = 3;
    private static final int SECOND_TRIAL = 4;

    private final Velocities v;
    private final int[] collisions;
    private final Crew crew;
    private final Scratch[] scratch;
    private final Workers.Task task = this::part;
    private final long seed;
    private final int order;
    private final double mu1;
    private final double thermal;
    private final DoubleUnaryOperator density;
    private Deformation deformation;
    private double rate;
    private final double gamma;
    private double time;
    private int step;

    // What the parts of a step share.
    private double stepRate;
    private double[] firstHalf;
    private double[] secondHalf;

    /**
     * @param order 1 or 2
     * @param mu1 a particle's share of the two masses
     * @param theta the bath's variance
     * @param density the bath's density at a time, in units of that at the start
     */
    TaggedSteps(
            Velocities v,
            Deformation deformation,
            double rate,
            double gamma,
            int order,
            double mu1,
            double theta,
            DoubleUnaryOperator density,
            long seed,
            Crew crew,
            Compute.Kind kind) {
        this.v = v;
        this.deformation = deformation;
        this.rate = rate;
        this.gamma = gamma;
        this.order = order;
        this.mu1 = mu1;
        this.thermal = Math.sqrt(theta);
        this.density = density;
        this.seed = seed;
        this.crew = crew;
        collisions = new int[v.count()];
        scratch = new Scratch[crew.each().size()];
        for (int i = 0; i < scratch.length; i++) scratch[i] = new Scratch(Draws.of(kind));
    }

    @Override
    public void advance(double dt) {
        firstHalf = deformation.flight(time, time + dt / 2);
        secondHalf = deformation.flight(time + dt / 2, time + dt);
        stepRate = rate * dt * density.applyAsDouble(time + dt / 2);
        crew.run(task);
        time += dt;
        step++;
    }

    private void part(int part, int parts) {
        int n = v.count();
        int to = Workers.bound(part + 1, parts, n, Velocities.BLOCK);
        for (int from = Workers.bound(part, parts, n, Velocities.BLOCK); from < to; from += Velocities.BLOCK) {
            int size = Math.min(Velocities.BLOCK, to - from);
            v.map(firstHalf, from, from + size);
            collide(scratch[part], from, size);
            v.map(secondHalf, from, from + size);
        }
    }

    private Draws.Place place(int draw) {
        return new Draws.Place(seed, step, draw, PURPOSE);
    }

    private void collide(Scratch s, int from, int size) {
        for (int i = 0; i < size; i++) s.particles[i] = from + i;
        s.draws.uniforms(place(TRIAL), s.particles, size, s.trial, s.height, s.turn);
        int hits = gamma == 0 ? hitAtOneRate(s, size) : hit(s, size);
        scatter(s, hits);
        if (order == 1 || hits == 0) return;
        s.draws.uniforms(place(SECOND_TRIAL), s.particles, hits, s.trial, s.height, s.turn);
        scatter(s, gamma == 0 ? hitAgainAtOneRate(s, hits) : hitAgain(s, hits));
    }

    /** The chosen, where all have the same probability, with their partners. */
    private int hitAtOneRate(Scratch s, int size) {
        double probability =
                order == 1 ? -Math.expm1(-stepRate) : Math.min(1, stepRate) * Elementary.exp(-stepRate / 2);
        int hits = keep(s, size, probability);
        s.draws.normals(place(PARTNER), s.particles, hits, s.x, s.y, s.z);
        speeds(s, hits);
        return hits;
    }

    private int hitAgainAtOneRate(Scratch s, int size) {
        int hits = keep(s, size, stepRate / 2);
        s.draws.normals(place(SECOND_PARTNER), s.particles, hits, s.x, s.y, s.z);
        speeds(s, hits);
        return hits;
    }

    private static int keep(Scratch s, int size, double probability) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            s.particles[kept] = s.particles[i];
            s.height[kept] = s.height[i];
            s.turn[kept] = s.turn[i];
            kept += s.trial[i] < probability ? 1 : 0;
        }
        return kept;
    }

    /** The chosen, where the probability depends on the partner. */
    private int hit(Scratch s, int size) {
        s.draws.normals(place(PARTNER), s.particles, size, s.x, s.y, s.z);
        speeds(s, size);
        s.draws.power(s.speed, gamma / 2, stepRate, size, s.chance);
        int candidates = 0;
        for (int i = 0; i < size; i++) {
            double r = s.chance[i];
            double bound = order == 1 ? -Math.expm1(-r) : r;
            if (s.trial[i] >= bound) continue;
            s.move(i, candidates);
            candidates++;
        }
        if (order == 1) return candidates;
        s.draws.normals(place(RIVAL), s.particles, candidates, s.otherX, s.otherY, s.otherZ);
        for (int i = 0; i < candidates; i++) {
            int p = (int) s.particles[i];
            double gx = v.x()[p] - thermal * s.otherX[i];
            double gy = v.y()[p] - thermal * s.otherY[i];
            double gz = v.z()[p] - thermal * s.otherZ[i];
            s.other[i] = gx * gx + gy * gy + gz * gz;
        }
        s.draws.power(s.other, gamma / 2, stepRate, candidates, s.other);
        int hits = 0;
        for (int i = 0; i < candidates; i++) {
            double probability = Math.min(1, s.chance[i]) * Elementary.exp(-s.other[i] / 2);
            if (s.trial[i] < probability) s.move(i, hits++);
        }
        return hits;
    }

    private int hitAgain(Scratch s, int size) {
        s.draws.normals(place(SECOND_PARTNER), s.particles, size, s.x, s.y, s.z);
        speeds(s, size);
        s.draws.power(s.speed, gamma / 2, stepRate / 2, size, s.chance);
        int hits = 0;
        for (int i = 0; i < size; i++) if (s.trial[i] < s.chance[i]) s.move(i, hits++);
        return hits;
    }

    /** Squared relative speeds, and the partners' velocities in true units. */
    private void speeds(Scratch s, int size) {
        for (int i = 0; i < size; i++) {
            int p = (int) s.particles[i];
            s.x[i] *= thermal;
            s.y[i] *= thermal;
            s.z[i] *= thermal;
            double gx = v.x()[p] - s.x[i];
            double gy = v.y()[p] - s.y[i];
            double gz = v.z()[p] - s.z[i];
            s.speed[i] = gx * gx + gy * gy + gz * gz;
        }
    }

    private void scatter(Scratch s, int size) {
        s.draws.directions(s.height, s.turn, size, s.otherX, s.otherY, s.otherZ);
        double mu2 = 1 - mu1;
        for (int i = 0; i < size; i++) {
            int p = (int) s.particles[i];
            double g = Math.sqrt(s.speed[i]);
            v.x()[p] = mu1 * v.x()[p] + mu2 * (s.x[i] + g * s.otherX[i]);
            v.y()[p] = mu1 * v.y()[p] + mu2 * (s.y[i] + g * s.otherY[i]);
            v.z()[p] = mu1 * v.z()[p] + mu2 * (s.z[i] + g * s.otherZ[i]);
            collisions[p]++;
        }
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
        this.deformation = deformation;
        this.rate = rate;
    }

    /** What one thread needs for a block. */
    private static final class Scratch {
        final Draws draws;
        final long[] particles = new long[Velocities.BLOCK];
        final double[] trial = new double[Velocities.BLOCK];
        final double[] height = new double[Velocities.BLOCK];
        final double[] turn = new double[Velocities.BLOCK];
        final double[] x = new double[Velocities.BLOCK];
        final double[] y = new double[Velocities.BLOCK];
        final double[] z = new double[Velocities.BLOCK];
        final double[] speed = new double[Velocities.BLOCK];
        final double[] chance = new double[Velocities.BLOCK];
        final double[] other = new double[Velocities.BLOCK];
        final double[] otherX = new double[Velocities.BLOCK];
        final double[] otherY = new double[Velocities.BLOCK];
        final double[] otherZ = new double[Velocities.BLOCK];

        Scratch(Draws draws) {
            this.draws = draws;
        }

        void move(int from, int to) {
            particles[to] = particles[from];
            trial[to] = trial[from];
            height[to] = height[from];
            turn[to] = turn[from];
            x[to] = x[from];
            y[to] = y[from];
            z[to] = z[from];
            speed[to] = speed[from];
            chance[to] = chance[from];
        }
    }
}

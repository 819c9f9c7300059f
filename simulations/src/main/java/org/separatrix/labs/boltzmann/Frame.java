package org.separatrix.labs.boltzmann;

import org.separatrix.compute.Crew;
import org.separatrix.compute.Workers;

/**
 * Keeps the pressure of a gas at one by rescaling, and remembers by how much: true velocities are e^ell times the
 * stored ones, however far they have grown.
 */
final class Frame {
    /** Sums are taken in blocks of this size and added in the blocks' order, whoever did them. */
    private static final int BLOCK = 4096;

    private final Velocities v;
    private final Crew crew;
    private final double[] sums;
    private final Workers.Task sum = this::sum;
    private final Workers.Task scale = this::scale;
    private double factor;
    private double logScale;

    Frame(Velocities v, Crew crew) {
        this.v = v;
        this.crew = crew;
        sums = new double[Math.ceilDiv(v.count(), BLOCK)];
    }

    double logScale() {
        return logScale;
    }

    /** Brings the pressure back to one. */
    void rescale() {
        crew.run(sum);
        double energy = 0;
        for (double part : sums) energy += part;
        double speed = Math.sqrt(energy / (3.0 * v.count()));
        factor = 1 / speed;
        logScale += Math.log(speed);
        crew.run(scale);
    }

    /** Takes the mean velocity away, then {@linkplain #rescale rescales} and forgets the scale. */
    void standardise() {
        for (double[] component : new double[][] {v.x(), v.y(), v.z()}) {
            double mean = 0;
            for (double value : component) mean += value;
            mean /= component.length;
            for (int i = 0; i < component.length; i++) component[i] -= mean;
        }
        rescale();
        logScale = 0;
    }

    private void sum(int part, int parts) {
        int n = v.count();
        int to = Workers.bound(part + 1, parts, n, BLOCK);
        for (int from = Workers.bound(part, parts, n, BLOCK); from < to; from += BLOCK) {
            double sum = 0;
            for (int i = from; i < Math.min(from + BLOCK, to); i++)
                sum += v.x()[i] * v.x()[i] + v.y()[i] * v.y()[i] + v.z()[i] * v.z()[i];
            sums[from / BLOCK] = sum;
        }
    }

    private void scale(int part, int parts) {
        int n = v.count();
        int to = Workers.bound(part + 1, parts, n, BLOCK);
        for (int i = Workers.bound(part, parts, n, BLOCK); i < to; i++) {
            v.x()[i] *= factor;
            v.y()[i] *= factor;
            v.z()[i] *= factor;
        }
    }
}

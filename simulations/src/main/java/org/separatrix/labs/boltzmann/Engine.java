package org.separatrix.labs.boltzmann;

/** Particles under a deformation and their collisions: one way of advancing them. Used by one thread at a time. */
interface Engine {
    /** Moves the particles on by {@code dt}. */
    void advance(double dt);

    /** The time reached. */
    double time();

    /** The velocities as they are stored; nobody but the engine writes to them. */
    Velocities velocities();

    /** ln of the factor by which true velocities exceed the stored ones. */
    default double logScale() {
        return 0;
    }

    /** The mean number of collisions that a particle has had. */
    double collisions();

    /** The standard deviation of that number over the particles; NaN where it is not kept. */
    default double collisionSpread() {
        return Double.NaN;
    }

    /** Takes over a new deformation and collision rate. */
    void change(Deformation deformation, double rate);
}

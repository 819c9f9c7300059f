package org.separatrix.labs.grokking.theory;

/**
 * The mean square of a quadratic form over all inputs x ~ N(0, I/D), in its three parts.
 *
 * @param scale the squared mean: the trace is wrong
 * @param misalignment the variance of the quadratic part: its directions are wrong
 * @param linear the power of the linear part
 */
public record PopulationLoss(double scale, double misalignment, double linear) {
    /** The loss. */
    public double total() {
        return scale + misalignment + linear;
    }
}

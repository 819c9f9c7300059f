package org.separatrix.labs.grokking;

import org.separatrix.compute.Kernels;

/** The training inputs in one precision or the other: what enters and what leaves is always double. */
sealed interface Samples permits DoubleSamples, SingleSamples {
    /** Sets the form x.(mean + (eps/2) second x), D numbers and D x D, symmetric. */
    void form(double[] mean, double[] second);

    /** The form's values at a range of the samples. */
    void values(Kernels kernels, int from, int to, double[] values);

    /** Sets the weights of the moments, one a sample. */
    void weigh(double[] weights);

    /** The moments of all samples, a range of their rows. */
    void moments(Kernels kernels, int from, int to);

    /** The weighted sum of the inputs, D numbers, not to be changed. */
    double[] first();

    /** The weighted sum of the inputs' outer products on and below the diagonal, D x D, not to be changed. */
    double[] second();
}

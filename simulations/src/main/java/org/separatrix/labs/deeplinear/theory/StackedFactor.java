package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * A two-layer network seen as one tall matrix {@code Q = [W_1^T; W_2]}, (inputs + outputs) x hidden.
 *
 * <p>What is asked of it here does not change when the hidden units are rotated, {@code Q -> Q R}; the exact solution
 * returns {@code Q} only up to such a rotation.
 *
 * @param q the stacked matrix
 * @param inputs how many of its rows, counted from the top, belong to the inputs
 */
public record StackedFactor(Matrix q, int inputs) {
    public StackedFactor {
        if (inputs < 0 || inputs > q.rows())
            throw new IllegalArgumentException(inputs + " inputs do not fit " + q.rows() + " rows");
    }

    /** The factor of two layers, {@code w1} of hidden x inputs and {@code w2} of outputs x hidden. */
    public static StackedFactor of(Matrix w1, Matrix w2) {
        int inputs = w1.columns();
        int hidden = w1.rows();
        double[] q = Arrays.copyOf(w1.transpose().values(), (inputs + w2.rows()) * hidden);
        if (w2.columns() != hidden)
            throw new IllegalArgumentException(
                    "a second layer of " + w2.columns() + " columns does not follow a first of " + hidden + " rows");
        System.arraycopy(w2.values(), 0, q, inputs * hidden, w2.values().length);
        return new StackedFactor(Matrix.of(inputs + w2.rows(), hidden, q), inputs);
    }

    public int outputs() {
        return q.rows() - inputs;
    }

    public int hidden() {
        return q.columns();
    }

    /** The transposed first layer, inputs x hidden. */
    private Matrix top() {
        return q.block(0, inputs, 0, hidden());
    }

    /** The second layer, outputs x hidden. */
    private Matrix bottom() {
        return q.block(inputs, outputs(), 0, hidden());
    }

    /** The end-to-end map {@code W = W_2 W_1}, outputs x inputs. */
    public Matrix map() {
        return bottom().timesTransposed(top());
    }

    /** {@code P = Q Q^T}, whose blocks are {@code A = W_1^T W_1}, {@code W^T}, {@code W} and {@code B = W_2 W_2^T}. */
    public Matrix square() {
        return q.timesTransposed(q);
    }

    /** The singular values of the first layer, descending. */
    public double[] firstLayer() {
        return LinearAlgebra.singularValues(top());
    }

    /** The singular values of the second layer, descending. */
    public double[] secondLayer() {
        return LinearAlgebra.singularValues(bottom());
    }

    /** The neural tangent kernel on whitened inputs. */
    public NeuralTangentKernel kernel() {
        Matrix top = top();
        Matrix bottom = bottom();
        return new NeuralTangentKernel(top.timesTransposed(top), bottom.timesTransposed(bottom));
    }

    /**
     * The strength {@code |W_1 v + W_2^T u|^2 / 4} from which a small random network's mode seems to start, if its growth
     * is read as a logistic curve.
     *
     * @param u the mode's left singular vector
     * @param v the mode's right singular vector
     */
    public double logisticStart(double[] u, double[] v) {
        double[] mode = Arrays.copyOf(v, inputs + u.length);
        System.arraycopy(u, 0, mode, inputs, u.length);
        Matrix seen = q.transposedTimes(Matrix.of(mode.length, 1, mode));
        return seen.inner(seen) / 4;
    }
}

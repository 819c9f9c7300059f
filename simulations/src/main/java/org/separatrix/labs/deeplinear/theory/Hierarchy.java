package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import org.separatrix.compute.Matrix;

/**
 * A family tree of {@code 2^depth} items with one property per node, which an item has if it is under the node.
 *
 * <p>Items are one-hot inputs scaled to be whitened. The singular directions are the splits of the tree: what divides
 * many items is strong and is learned first.
 *
 * <p>Source: Saxe, McClelland and Ganguli (2019).
 *
 * @param depth how many times the tree branches, 0 to 12
 */
public record Hierarchy(int depth) {
    public Hierarchy {
        if (depth < 0 || depth > 12) throw new IllegalArgumentException("depth=" + depth + ": must be 0 to 12");
    }

    public int items() {
        return 1 << depth;
    }

    public int properties() {
        return 2 * items() - 1;
    }

    /** Which item has which property: properties x items of zeros and ones, nodes in breadth-first order. */
    public Matrix labels() {
        double[] labels = new double[properties() * items()];
        int property = 0;
        for (int level = 0; level <= depth; level++) {
            int width = items() >> level;
            for (int first = 0; first < items(); first += width, property++)
                Arrays.fill(labels, property * items() + first, property * items() + first + width, 1);
        }
        return Matrix.of(properties(), items(), labels);
    }

    /** The second moment {@code Syx}, properties x items: the labels divided by the root of the number of items. */
    public Matrix moment() {
        return labels().scaled(1 / Math.sqrt(items()));
    }

    /** The singular values of the moment, descending: one for all items, then {@code 2^k} for the splits of level k. */
    public double[] strengths() {
        double[] s = new double[items()];
        s[0] = Math.sqrt((double) properties() / items());
        for (int i = 1; i < s.length; i++) {
            int level = 31 - Integer.numberOfLeadingZeros(i);
            s[i] = Math.sqrt((double) ((items() >> level) - 1) / items());
        }
        return s;
    }
}

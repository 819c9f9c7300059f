package org.separatrix.labs.deeplinear.theory;

import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;

/**
 * Items that inherit independent features along a binary tree: the root draws +-1, and each child copies its parent but
 * for a rare flip.
 *
 * <p>Source: Kemp and Tenenbaum (2008); Saxe, McClelland and Ganguli (2019).
 *
 * @param depth how many times the tree branches, 0 to 12
 * @param flip the probability of a flip from parent to child, in [0, 1]
 */
public record BranchingDiffusion(int depth, double flip) {
    public BranchingDiffusion {
        if (depth < 0 || depth > 12) throw new IllegalArgumentException("depth=" + depth + ": must be 0 to 12");
        if (!(flip >= 0 && flip <= 1)) throw new IllegalArgumentException("flip=" + flip + ": must be in [0, 1]");
    }

    public int items() {
        return 1 << depth;
    }

    /** A draw of the labels, features x items of +-1. */
    public Matrix labels(int features, RandomStream stream) {
        double[] labels = new double[Math.multiplyExact(features, items())];
        double[] tree = new double[2 * items()];
        for (int feature = 0; feature < features; feature++) {
            // As in a heap: the root at 1, the children of node i at 2 i and 2 i + 1, the leaves last.
            tree[1] = stream.nextDouble() < .5 ? -1 : 1;
            for (int node = 2; node < tree.length; node++)
                tree[node] = stream.nextDouble() < flip ? -tree[node / 2] : tree[node / 2];
            System.arraycopy(tree, items(), labels, feature * items(), items());
        }
        return Matrix.of(features, items(), labels);
    }

    /**
     * The eigenvalues, descending, of the items' expected similarity {@code Y^T Y / features}. On whitened one-hot inputs
     * the expected strengths are {@code sqrt(features * eigenvalue / items)}.
     */
    public double[] similarities() {
        double[] eigenvalues = new double[items()];
        eigenvalues[0] = block(0);
        for (int i = 1; i < eigenvalues.length; i++) {
            int level = 31 - Integer.numberOfLeadingZeros(i);
            eigenvalues[i] = block(level + 1) - items() / (2 << level) * correlation(level);
        }
        return eigenvalues;
    }

    /** An item's similarity to all items that share its ancestor at a level, itself included. */
    private double block(int level) {
        double sum = 1;
        for (int l = level; l < depth; l++) sum += items() / (2 << l) * correlation(l);
        return sum;
    }

    /** The similarity of two items that part at a level. */
    private double correlation(int level) {
        return Math.pow(1 - 2 * flip, 2.0 * (depth - level));
    }
}

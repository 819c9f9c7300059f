package org.separatrix.labs.grokking.theory;

import org.separatrix.compute.Matrix;

/**
 * How a kernel stands to the labels, and to the kernel of the start. All are free of the kernel's scale.
 *
 * @param oneSided alignment with the labels, where the kernel's columns alone are centred
 * @param alignment alignment with the labels, where rows and columns are centred
 * @param similarity cosine between the centred kernel and the centred kernel of the start
 * @param drift distance from the kernel of the start, relative to it
 */
public record KernelAlignment(double oneSided, double alignment, double similarity, double drift) {
    /** The alignment of a kernel with labels y and with the kernel of the start, each on the training inputs. */
    public static KernelAlignment of(Matrix kernel, Matrix start, double[] y) {
        int p = y.length;
        double[] k = kernel.values();
        double[] k0 = start.values();
        double[] means = columnMeans(kernel);
        double[] startMeans = columnMeans(start);
        double meanLabel = mean(y);
        double power = 0;
        double startPower = 0;
        double product = 0;
        double distance = 0;
        double labels = 0;
        double labelPower = 0;
        double means2 = 0;
        double startMeans2 = 0;
        double meansProduct = 0;
        for (int mu = 0; mu < p; mu++) {
            double image = 0;
            for (int at = mu * p, nu = 0; nu < p; at++, nu++) {
                double gap = k[at] - k0[at];
                power += k[at] * k[at];
                startPower += k0[at] * k0[at];
                product += k[at] * k0[at];
                distance += gap * gap;
                image += k[at] * (y[nu] - meanLabel);
            }
            labels += (y[mu] - meanLabel) * image;
            labelPower += (y[mu] - meanLabel) * (y[mu] - meanLabel);
            means2 += means[mu] * means[mu];
            startMeans2 += startMeans[mu] * startMeans[mu];
            meansProduct += means[mu] * startMeans[mu];
        }
        double all = p * mean(means);
        double startAll = p * mean(startMeans);
        double oneNorm = power - p * means2;
        double norm = oneNorm - p * means2 + all * all;
        double startNorm = startPower - 2 * p * startMeans2 + startAll * startAll;
        double inner = product - 2 * p * meansProduct + all * startAll;
        return new KernelAlignment(
                labels / (Math.sqrt(oneNorm) * labelPower),
                labels / (Math.sqrt(norm) * labelPower),
                inner / Math.sqrt(norm * startNorm),
                Math.sqrt(distance / startPower));
    }

    private static double[] columnMeans(Matrix kernel) {
        int p = kernel.columns();
        double[] means = new double[p];
        double[] values = kernel.values();
        for (int i = 0; i < p; i++) for (int j = 0; j < p; j++) means[j] += values[i * p + j];
        for (int j = 0; j < p; j++) means[j] /= p;
        return means;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }
}

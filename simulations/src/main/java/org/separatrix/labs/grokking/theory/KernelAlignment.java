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
        double mean = 0;
        for (double value : y) mean += value / p;
        double[] means = columnMeans(kernel);
        double[] startMeans = columnMeans(start);
        double all = mean(means);
        double startAll = mean(startMeans);
        double norm = 0;
        double oneNorm = 0;
        double startNorm = 0;
        double product = 0;
        double labels = 0;
        double distance = 0;
        double startPower = 0;
        double labelPower = 0;
        for (int mu = 0; mu < p; mu++) {
            double image = 0;
            for (int nu = 0; nu < p; nu++) {
                double k = kernel.get(mu, nu);
                double k0 = start.get(mu, nu);
                double one = k - means[nu];
                double both = one - means[mu] + all;
                double startBoth = k0 - startMeans[nu] - startMeans[mu] + startAll;
                oneNorm += one * one;
                norm += both * both;
                startNorm += startBoth * startBoth;
                product += both * startBoth;
                distance += (k - k0) * (k - k0);
                startPower += k0 * k0;
                image += k * (y[nu] - mean);
            }
            labels += (y[mu] - mean) * image;
            labelPower += (y[mu] - mean) * (y[mu] - mean);
        }
        return new KernelAlignment(
                labels / (Math.sqrt(oneNorm) * labelPower),
                labels / (Math.sqrt(norm) * labelPower),
                product / Math.sqrt(norm * startNorm),
                Math.sqrt(distance / startPower));
    }

    private static double[] columnMeans(Matrix kernel) {
        double[] means = new double[kernel.columns()];
        for (int i = 0; i < kernel.rows(); i++)
            for (int j = 0; j < means.length; j++) means[j] += kernel.get(i, j) / kernel.rows();
        return means;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }
}

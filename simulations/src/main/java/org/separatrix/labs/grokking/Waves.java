package org.separatrix.labs.grokking;

/**
 * The Fourier components of the columns of a p x N matrix at the frequencies 1 to (p - 1)/2, for odd p.
 *
 * @param frequencies (p - 1)/2
 * @param columns N
 * @param real their real parts, a row a frequency
 * @param imaginary their imaginary parts
 */
record Waves(int frequencies, int columns, double[] real, double[] imaginary) {
    /** The components of a matrix that is given row after row. */
    static Waves ofRows(int p, int columns, double[] matrix) {
        return of(p, columns, matrix, columns, 1);
    }

    /** The components of the transpose of an N x p matrix that is given row after row. */
    static Waves ofColumns(int p, int columns, double[] matrix) {
        return of(p, columns, matrix, 1, p);
    }

    private static Waves of(int p, int columns, double[] matrix, int rowStep, int columnStep) {
        int frequencies = (p - 1) / 2;
        double[] real = new double[frequencies * columns];
        double[] imaginary = new double[frequencies * columns];
        for (int k = 0; k < frequencies; k++)
            for (int a = 0; a < p; a++) {
                double angle = 2 * Math.PI * ((long) (k + 1) * a % p) / p;
                double cosine = Math.cos(angle);
                double sine = Math.sin(angle);
                for (int i = 0; i < columns; i++) {
                    double x = matrix[a * rowStep + i * columnStep];
                    real[k * columns + i] += x * cosine;
                    imaginary[k * columns + i] -= x * sine;
                }
            }
        return new Waves(frequencies, columns, real, imaginary);
    }

    /** The power of a component. */
    double power(int k, int column) {
        int at = k * columns + column;
        return real[at] * real[at] + imaginary[at] * imaginary[at];
    }

    /** The frequency of most power in a column, counted from zero. */
    int strongest(int column) {
        int best = 0;
        for (int k = 1; k < frequencies; k++) if (power(k, column) > power(best, column)) best = k;
        return best;
    }

    /** The power of all components of a column. */
    double total(int column) {
        double sum = 0;
        for (int k = 0; k < frequencies; k++) sum += power(k, column);
        return sum;
    }

    /** The mean over the columns of the strongest component's share of the power. */
    double concentration() {
        double sum = 0;
        for (int i = 0; i < columns; i++) sum += power(strongest(i), i) / total(i);
        return sum / columns;
    }

    /** What the concentration of independent normal numbers is in the mean. */
    double randomConcentration() {
        double sum = 0;
        for (int k = 1; k <= frequencies; k++) sum += 1.0 / k;
        return sum / frequencies;
    }

    /**
     * The mean over the neurons of cos(phase of W - phase of U - phase of V) at the strongest frequency of U: one where
     * every neuron adds angles.
     */
    static double phaseLocking(Waves u, Waves v, Waves w) {
        double sum = 0;
        for (int i = 0; i < u.columns; i++) {
            int k = u.strongest(i);
            sum += Math.cos(w.phase(k, i) - u.phase(k, i) - v.phase(k, i));
        }
        return sum / u.columns;
    }

    private double phase(int k, int column) {
        return Math.atan2(imaginary[k * columns + column], real[k * columns + column]);
    }
}

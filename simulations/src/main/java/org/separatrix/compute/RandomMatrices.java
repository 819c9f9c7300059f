package org.separatrix.compute;

/** Random matrices: what a stream's next rows x columns normal deviates, taken row after row, are made into. */
public final class RandomMatrices {
    private RandomMatrices() {}

    /** Independent normal entries of mean 0 and standard deviation {@code sigma}. */
    public static Matrix gaussian(int rows, int columns, double sigma, RandomStream stream) {
        double[] values = new double[Math.multiplyExact(rows, columns)];
        stream.fillGaussian(values);
        return Matrix.of(rows, columns, values).scaled(sigma);
    }

    /** An orthogonal n x n matrix, uniform on the orthogonal group. */
    public static Matrix haar(int n, RandomStream stream) {
        return semiOrthogonal(n, n, stream);
    }

    /**
     * A matrix with orthonormal columns, or orthonormal rows where it is wider than tall, uniform among these.
     *
     * <p>Source: Mezzadri, How to generate random matrices from the classical compact groups, Notices of the AMS 54
     * (2007) 592-604: the QR decomposition of a Gaussian matrix, made unique by a positive diagonal of R. Without this
     * the law would not be uniform.
     */
    public static Matrix semiOrthogonal(int rows, int columns, RandomStream stream) {
        if (rows < columns) return semiOrthogonal(columns, rows, stream).transpose();
        LinearAlgebra.Qr qr = LinearAlgebra.qr(gaussian(rows, columns, 1, stream));
        double[] signs = new double[columns];
        for (int j = 0; j < columns; j++) signs[j] = Math.copySign(1, qr.r().get(j, j));
        return qr.q().scaleColumns(signs);
    }
}

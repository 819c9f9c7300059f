package org.separatrix.labs.grokking;

import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.grokking.theory.KernelAlignment;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;
import org.separatrix.labs.grokking.theory.TangentKernel;

/**
 * The eigenvalues of a network's second moment and tangent kernel, and where they point.
 *
 * @param second the eigenvalues of the second moment, descending
 * @param overlap the squared cosine between the leading eigenvector of the second moment and the teacher
 * @param alignment how the kernel stands to the labels and to the start
 * @param largest the largest eigenvalue of the kernel
 * @param kernel all its eigenvalues, descending; none where they are not asked for
 */
record Spectra(double[] second, double overlap, KernelAlignment alignment, double largest, double[] kernel) {
    /**
     * The spectra at some moments.
     *
     * @param inputProducts X&#7488;X
     * @param start the kernel at the start
     * @param whole whether all eigenvalues of the kernel are asked for
     */
    static Spectra of(Problem problem, Moments now, Matrix inputProducts, Matrix start, boolean whole) {
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(now.second());
        double[] leading = eigen.vectors().column(problem.dimension() - 1);
        double cosine = 0;
        for (int i = 0; i < leading.length; i++) cosine += leading[i] * problem.teacher()[i];
        Matrix gram = new TangentKernel(problem, now).gram(inputProducts);
        double[] kernel = whole ? Spectrum.descending(LinearAlgebra.symmetricEigenvalues(gram)) : new double[0];
        return new Spectra(
                Spectrum.descending(eigen.values()),
                cosine * cosine / problem.teacherPower(),
                KernelAlignment.of(gram, start, problem.targets()),
                whole ? kernel[0] : TangentKernel.largest(gram),
                kernel);
    }
}

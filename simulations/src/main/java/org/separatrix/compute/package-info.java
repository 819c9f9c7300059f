/**
 * The arithmetic under every laboratory: dense linear algebra, random numbers, and the kernels of the hot loops.
 *
 * <p>Set-up and analysis read as mathematics: an immutable {@link org.separatrix.compute.Matrix} and pure functions on
 * it in {@link org.separatrix.compute.LinearAlgebra}, which are LAPACK's. A step loop instead runs on flat arrays that
 * it allocated once. The same input gives the same bits on the same kernels, whatever the number of threads.
 */
package org.separatrix.compute;

/**
 * The exact theory of deep linear networks: closed forms, exact maps and spectral laws, as pure functions.
 *
 * <p>Conventions of the whole package: a network {@code W = W_L ... W_1} of {@code L} weight matrices learns with the
 * loss {@code 1/2 <|y - W x|^2>}, means over samples; {@code Sxx} (inputs x inputs) and {@code Syx} (outputs x inputs)
 * are the second moments, and inputs are whitened where {@code Sxx = I}. The flow is {@code dW_l/dt = -dE/dW_l}: its time
 * is in units of the time constant, and the {@code k}-th step of gradient descent with rate {@code eta} is at
 * {@code t = eta k}. Nothing here keeps a thread or a file; a class is immutable unless its first sentence says
 * otherwise.
 */
package org.separatrix.labs.deeplinear.theory;

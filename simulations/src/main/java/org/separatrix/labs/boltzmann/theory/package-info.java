/**
 * What is known exactly of velocity distributions under a homogeneous deformation: pure functions, no particle.
 *
 * <p>Conventions: flow u&#8321; = K x&#8322;, so between collisions dv&#8321;/dt = -K v&#8322;; second moments are
 * P&#7522;&#11388; = &lt;v&#7522; v&#11388;&gt; without a factor of mass, in the order 11, 12, 22, 33; nu is the
 * collision rate of one particle.
 */
package org.separatrix.labs.boltzmann.theory;

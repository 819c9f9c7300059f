/**
 * What is known exactly, or in closed form, about the network with a quadratic activation and a quadratic teacher: pure
 * functions of its sufficient statistics.
 *
 * <p>Source: Kumar, Bordelon, Gershman, Pehlevan, Grokking as the Transition from Lazy to Rich Training Dynamics (2024).
 */
package org.separatrix.labs.grokking.theory;

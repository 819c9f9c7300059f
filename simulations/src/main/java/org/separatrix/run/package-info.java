/**
 * Experiments in time: a {@link org.separatrix.run.Run} advances an experiment on the thread of an injected executor and
 * keeps its bounded history, a {@link org.separatrix.run.Recording}, which any thread reads without locks.
 *
 * <p>What is recorded depends on the recipe and the stop conditions alone, never on who watches or how fast.
 */
package org.separatrix.run;

/**
 * The vocabulary: the few words that every laboratory, file, command and view is made of.
 *
 * <p>A {@link org.separatrix.lab.Laboratory} declares its {@link org.separatrix.lab.Parameter}s, {@link
 * org.separatrix.lab.Observable}s, {@link org.separatrix.lab.Metric}s and {@link org.separatrix.lab.Preset}s once, and
 * opens {@link org.separatrix.lab.Experiment}s from valid {@link org.separatrix.lab.Settings}. This package depends on
 * no other package of the project.
 */
package org.separatrix.lab;

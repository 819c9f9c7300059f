/**
 * Runs and arrays on disk: data in, recipes both ways, results out. Every file appears whole or not at all, and whatever
 * cannot be read or written is told in one sentence, as a {@link org.separatrix.io.FileProblem}.
 */
package org.separatrix.io;

package org.separatrix.lab;

/**
 * Something worth a mark on the time line.
 *
 * @param time when it happened
 * @param key the name in files and in stop conditions; each happens once a run
 * @param label the word beside the mark
 */
public record Event(double time, String key, String label) {}

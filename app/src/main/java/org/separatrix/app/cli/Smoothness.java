package org.separatrix.app.cli;

/**
 * How smoothly the window shows a preset; times in milliseconds.
 *
 * @param laboratory its id
 * @param preset its key
 * @param frames how many frames were seen
 * @param median from one frame to the next
 * @param late what 99 of 100 frames did not exceed
 * @param work the time on a processor that the window's thread needed a frame, whatever else the machine did
 * @param pause the longest that the window kept its user waiting
 * @param opening the longest while the preset was opened
 * @param start from the opening of the preset, or of the window for the first, until its first pictures are on screen and
 *     it plays; NaN where it did not come so far
 * @param culprit where the program was found in its longest pause; "" where none was long
 */
public record Smoothness(
        String laboratory,
        String preset,
        long frames,
        double median,
        double late,
        double work,
        double pause,
        double opening,
        double start,
        String culprit) {}

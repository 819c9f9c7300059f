package org.separatrix.viz;

/** Something that the legend of a chart names and that can be hidden. */
public sealed interface Part {
    /** The theory of all series. */
    Part THEORY = new Theory();

    /** A series, by its key. */
    record Of(String series) implements Part {}

    /** The theory of all series. */
    record Theory() implements Part {}

    /** A run kept beside the one that is looked at, by its label. */
    record Run(String label) implements Part {}
}

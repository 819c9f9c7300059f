package org.separatrix.viz;

/** What may be done with an axis. */
public enum Freedom {
    /** Nothing: it counts, or names. */
    FIXED,
    /** A part of it may be looked at. */
    ZOOM,
    /** Its spacing may change, too. */
    SPACING
}

package org.separatrix.viz;

/** What may be done with an axis. */
public enum Freedom {
    /** Nothing: it counts, or names. */
    FIXED,
    /** It is one of a picture in space, which may be turned. */
    TURN,
    /** A part of it may be looked at. */
    ZOOM,
    /** Its spacing may change, too. */
    SPACING
}

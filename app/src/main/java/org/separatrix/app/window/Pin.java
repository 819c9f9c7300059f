package org.separatrix.app.window;

import org.separatrix.run.Recording;

/**
 * A run kept for comparison.
 *
 * @param recording its history
 * @param label what sets it apart from its preset
 * @param shown whether the charts show it
 */
record Pin(Recording recording, String label, boolean shown) {
    /** The same, shown or not. */
    Pin shown(boolean now) {
        return new Pin(recording, label, now);
    }
}

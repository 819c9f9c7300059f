package org.separatrix.app.window;

import org.separatrix.viz.Theme;

/**
 * What the window wears.
 *
 * @param theme the colours
 * @param text the size of text, as a multiple of the usual one
 */
record Dress(Theme theme, double text) {
    /** Light, with text of the usual size. */
    static final Dress USUAL = new Dress(Theme.LIGHT, 1);
}

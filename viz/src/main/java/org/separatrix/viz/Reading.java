package org.separatrix.viz;

/**
 * A value read off a picture.
 *
 * @param label what it is
 * @param value the number as text
 * @param theory what the theory says, as text; "" where it is silent
 * @param colour the colour of what it belongs to
 * @param ordinate where the value lies on the vertical axis; NaN where it lies nowhere
 * @param exact where the theory's value lies; NaN where it lies nowhere
 */
public record Reading(String label, String value, String theory, Colour colour, double ordinate, double exact) {
    /** A value that lies nowhere on the vertical axis. */
    static Reading of(String label, String value, Colour colour) {
        return new Reading(label, value, "", colour, Double.NaN, Double.NaN);
    }
}

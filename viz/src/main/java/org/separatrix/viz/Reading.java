package org.separatrix.viz;

/**
 * A value read off a picture.
 *
 * @param label what it is
 * @param value the number as text
 * @param theory what the theory says, as text; "" where it is silent
 * @param colour the colour of what it belongs to
 */
public record Reading(String label, String value, String theory, Colour colour) {}

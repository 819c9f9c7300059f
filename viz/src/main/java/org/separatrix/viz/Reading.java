package org.separatrix.viz;

/**
 * A value read off a picture.
 *
 * @param label what it is
 * @param value the number as text
 * @param colour the colour of what it belongs to
 */
public record Reading(String label, String value, Colour colour) {}

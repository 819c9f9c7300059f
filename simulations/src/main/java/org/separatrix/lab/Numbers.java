package org.separatrix.lab;

/** The spelling of real numbers: exact, and as short as exactness allows. */
public final class Numbers {
    private Numbers() {}

    /**
     * The finite number that a text spells, in Java's or everyday notation: {@code 1e-3}, {@code .5}, {@code 20}.
     *
     * @throws IllegalArgumentException where the text spells no finite number
     */
    public static double parse(String text) {
        String stripped = text.strip();
        double value;
        try {
            value = Double.parseDouble(stripped);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + text, e);
        }
        if (!Double.isFinite(value)) throw new IllegalArgumentException("not a finite number: " + text);
        // Double.parseDouble also takes a type suffix ("1d") and hexadecimal notation, which no user would expect.
        if (!stripped.matches("[-+0-9.eE]+")) throw new IllegalArgumentException("not a number: " + text);
        return value;
    }

    /** The shortest text that parses back to the same bits: {@code 20}, {@code 0.25}, {@code 1e-3}. */
    public static String format(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return value == 0 && 1 / value < 0 ? "-0.0" : Long.toString((long) value);
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) return text;
        String digits = text.substring(0, exponent);
        if (digits.endsWith(".0")) digits = digits.substring(0, digits.length() - 2);
        return digits + "e" + text.substring(exponent + 1);
    }
}

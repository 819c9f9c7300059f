package org.separatrix.app.window;

import java.util.Locale;
import org.separatrix.lab.Numbers;

/** Numbers that change while they are read: four significant digits, of a length that varies little. */
final class Readout {
    private static final double LARGE = 1e5;
    private static final double SMALL = 1e-3;

    private Readout() {}

    /** A measured number: {@code 28500}, {@code 12.35}, {@code 6.3e-05}. */
    static String number(double value) {
        if (Double.isNaN(value)) return "–";
        if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGE) return Numbers.format(value);
        if (size >= LARGE || size < SMALL) return String.format(Locale.ROOT, "%.2e", value);
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A count with thin spaces between thousands: {@code 3 100}. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u2009');
    }
}

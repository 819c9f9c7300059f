package org.separatrix.viz;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as they are set in a figure: a true minus, powers of ten as powers. */
public final class Notation {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Notation() {}

    /** Ten to an integer: 10⁻³. */
    public static String power(int exponent) {
        var text = new StringBuilder("10");
        if (exponent < 0) text.append('⁻');
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) text.append(RAISED.charAt(digit - '0'));
        return text.toString();
    }

    /** A number with so many decimals. */
    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
        return text.replace('-', '−');
    }

    /**
     * A number to so many significant digits, without trailing zeros: 0.25, 1.2·10⁻⁷, −3, ∞; "–" where there is none.
     */
    public static String value(double value, int digits) {
        if (Double.isNaN(value)) return "–";
        if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String text;
        if (exponent >= -3 && exponent < Math.max(5, digits)) text = rounded.toPlainString();
        else if (rounded.unscaledValue().abs().intValue() == 1) text = (value < 0 ? "-" : "") + power(exponent);
        else text = rounded.movePointLeft(exponent).toPlainString() + "·" + power(exponent);
        return text.replace('-', '−');
    }
}

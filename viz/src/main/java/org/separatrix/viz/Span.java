package org.separatrix.viz;

import org.separatrix.lab.Scale;

/**
 * The visible part of an axis.
 *
 * @param min its lower end
 * @param max its upper end
 * @param scale how values are spaced; the ends of a logarithmic span are positive
 */
public record Span(double min, double max, Scale scale) {
    public Span {
        if (!(min < max) || scale == Scale.LOG && min <= 0)
            throw new IllegalArgumentException("no " + scale + " axis goes from " + min + " to " + max);
    }

    /** Where a value lies between the ends, 0 to 1 inside; NaN where the axis cannot show it. */
    public double share(double value) {
        return switch (scale) {
            case LINEAR -> (value - min) / (max - min);
            case LOG -> value > 0 ? Math.log(value / min) / Math.log(max / min) : Double.NaN;
        };
    }

    /** The value at a share. */
    public double at(double share) {
        return switch (scale) {
            case LINEAR -> min + share * (max - min);
            case LOG -> min * Math.pow(max / min, share);
        };
    }

    /** Whether a value lies inside. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}

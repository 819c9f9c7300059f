package org.separatrix.app.window;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.separatrix.lab.Domain;
import org.separatrix.lab.Scale;

/**
 * Where the values of a domain lie on a slider that runs from 0 to 1.
 *
 * @param <T> the Java type of a value
 * @param position the place of a value
 * @param value the value at a place; legible (three significant digits where the domain is dense) and in the domain
 * @param step the distance that one press of an arrow key moves the thumb
 * @param stepped the value that so many presses of an arrow key lead to from another
 */
record SliderScale<T>(
        ToDoubleFunction<T> position, DoubleFunction<T> value, double step, BiFunction<T, Integer, T> stepped) {
    private static final MathContext LEGIBLE = new MathContext(3);
    private static final double ARROW = 0.01;

    static SliderScale<Double> of(Domain.Real domain) {
        Interval interval = new Interval(domain.min(), domain.max(), domain.scale());
        double grain = domain.scale() == Scale.LOG ? 0 : (domain.max() - domain.min()) / 1000;
        DoubleFunction<Double> value = place -> interval.clamp(legible(interval.at(place), grain));
        return new SliderScale<>(
                interval::position, value, ARROW, (from, presses) -> value.apply(interval.away(from, presses)));
    }

    /** The arrow keys count whole numbers one by one, as far as a logarithmic slider does not take wider steps. */
    static SliderScale<Long> of(Domain.Whole domain) {
        Interval interval = new Interval(domain.min(), domain.max(), domain.scale());
        double one = 1.0 / (domain.max() - domain.min());
        DoubleFunction<Long> value = place -> Math.round(interval.clamp(interval.at(place)));
        return new SliderScale<>(
                interval::position,
                value,
                domain.scale() == Scale.LOG ? ARROW : Math.max(ARROW, one),
                (from, presses) -> {
                    long next = domain.scale() == Scale.LOG ? value.apply(interval.away(from, presses)) : from;
                    return Math.clamp(next == from ? from + presses : next, domain.min(), domain.max());
                });
    }

    /** Three significant digits, yet none finer than the grain: near zero a linear slider has no more to say. */
    private static double legible(double value, double grain) {
        BigDecimal rounded = new BigDecimal(value).round(LEGIBLE);
        if (grain > 0) {
            int decimals = (int) Math.ceil(-Math.log10(grain));
            if (rounded.scale() > decimals) rounded = rounded.setScale(decimals, java.math.RoundingMode.HALF_EVEN);
        }
        return rounded.doubleValue();
    }

    private record Interval(double min, double max, Scale scale) {
        double position(Number value) {
            return scale == Scale.LOG
                    ? Math.log(value.doubleValue() / min) / Math.log(max / min)
                    : (value.doubleValue() - min) / (max - min);
        }

        double at(double place) {
            return scale == Scale.LOG ? min * Math.pow(max / min, place) : min + (max - min) * place;
        }

        double away(Number value, int presses) {
            return Math.clamp(position(value) + presses * ARROW, 0, 1);
        }

        double clamp(double value) {
            return Math.clamp(value, min, max);
        }
    }
}

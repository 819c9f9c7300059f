package org.separatrix.lab;

import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What a metric says of a run. */
public sealed interface Judgement {
    /** A number. */
    record Value(double value) implements Judgement {}

    /** No number, and why: "diverged", "never reached half of s". */
    record Missing(String why) implements Judgement {}

    /** The number that was found or, where there is none, the reason. */
    static Judgement of(OptionalDouble found, String otherwise) {
        return found.isPresent() ? new Value(found.getAsDouble()) : new Missing(otherwise);
    }

    /** What follows from the number, if there is one. */
    default Judgement map(DoubleUnaryOperator consequence) {
        return switch (this) {
            case Value(double value) -> new Value(consequence.applyAsDouble(value));
            case Missing missing -> missing;
        };
    }

    /** What follows from two numbers; the first reason that one is missing, where it is. */
    default Judgement with(Judgement other, DoubleBinaryOperator consequence) {
        return switch (this) {
            case Value(double value) -> other.map(another -> consequence.applyAsDouble(value, another));
            case Missing missing -> missing;
        };
    }
}

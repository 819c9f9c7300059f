package org.separatrix.app.window;

import java.util.List;
import java.util.stream.Collectors;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;

/**
 * What sets two settings of one laboratory apart.
 *
 * @param parameters those whose values differ, in the order in which they are declared
 */
record Difference(List<Parameter<?>> parameters) {
    /** The difference between two settings. */
    static Difference between(Settings one, Settings other) {
        return new Difference(one.parameters().stream()
                .<Parameter<?>>filter(parameter -> !one.text(parameter).equals(other.text(parameter)))
                .toList());
    }

    /** Whether all values are the same. */
    boolean isNone() {
        return parameters.isEmpty();
    }

    /** Whether a run can be turned from one to the other while it goes on. */
    boolean isLive() {
        return parameters.stream().allMatch(Parameter::live);
    }

    /** The values that one side of it has, as a line a user reads: {@code κ = 3, η = 0.1}. */
    String words(Settings side) {
        return parameters.stream()
                .map(parameter -> (parameter.symbol().isEmpty() ? parameter.label() : parameter.symbol()) + " = "
                        + side.text(parameter))
                .collect(Collectors.joining(", "));
    }
}

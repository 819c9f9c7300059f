package org.separatrix.lab;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A statement about settings: when a parameter applies, or what settings must satisfy together.
 *
 * @param words the statement for a user: "only when the system is a student of a noisy teacher"
 * @param holds whether the settings satisfy it
 */
public record Condition(String words, Predicate<Settings> holds) {
    /** The condition that always holds. */
    public static final Condition ALWAYS = new Condition("", settings -> true);

    /** The condition that a choice has one of some values. */
    public static <E extends Enum<E> & Choice> Condition when(Parameter<E> parameter, Set<E> wanted) {
        String names = wanted.stream().sorted().map(Choice::label).collect(Collectors.joining(" or "));
        return new Condition(
                "only when " + parameter.label() + " is " + names,
                settings -> wanted.contains(settings.get(parameter)));
    }

    /** The condition that a choice has one value. */
    public static <E extends Enum<E> & Choice> Condition when(Parameter<E> parameter, E wanted) {
        return when(parameter, Set.of(wanted));
    }

    /** The condition that a switch is on. */
    public static Condition when(Parameter<Boolean> parameter) {
        return new Condition("only when " + parameter.label() + " is on", settings -> settings.get(parameter));
    }

    /** Both conditions. */
    public Condition and(Condition other) {
        if (this == ALWAYS) return other;
        return new Condition(words + " and " + other.words.replaceFirst("^only ", ""), holds.and(other.holds));
    }

    /** Whether the settings satisfy the condition. */
    public boolean holds(Settings settings) {
        return holds.test(settings);
    }
}

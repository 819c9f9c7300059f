package org.separatrix.lab;

import java.util.Locale;

/** One of the values of a parameter of kind "choice"; implemented by an enum. */
public interface Choice {
    /** The enum's own name. */
    String name();

    /** The name on screen: what {@link Label} says, or else the enum's name, lower case. */
    default String label() {
        try {
            Label label = ((Enum<?>) this).getDeclaringClass().getField(name()).getAnnotation(Label.class);
            return label == null ? name().toLowerCase(Locale.ROOT) : label.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(name() + " is no constant of an enum", e);
        }
    }

    /** The value in files and on the command line: the enum's name, lower case, hyphens for underscores. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

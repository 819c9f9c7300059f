package org.separatrix.lab;

import java.util.Locale;

/** One of the values of a parameter of kind "choice"; implemented by an enum. */
public interface Choice {
    /** The enum's own name. */
    String name();

    /** The name on screen. */
    String label();

    /** The value in files and on the command line: the enum's name, lower case, hyphens for underscores. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

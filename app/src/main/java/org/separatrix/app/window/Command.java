package org.separatrix.app.window;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that can be found by its name and done.
 *
 * @param kind what it is: an action, a laboratory, a preset, a parameter
 * @param name its name
 * @param detail what more helps to tell it from others, such as its key
 * @param action does it
 */
record Command(String kind, String name, String detail, Runnable action) {
    /** How well it fits what was typed, the smaller the better; negative where it does not. */
    int rank(String typed) {
        String words = (name + " " + detail + " " + kind).toLowerCase(Locale.ROOT);
        String sought = typed.strip().toLowerCase(Locale.ROOT);
        if (!Stream.of(sought.split("\\s+")).allMatch(words::contains)) return -1;
        String title = name.toLowerCase(Locale.ROOT);
        return title.startsWith(sought) ? 0 : title.contains(sought) ? 1 : 2;
    }
}

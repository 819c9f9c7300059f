package org.separatrix.lab;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** A setting that cannot be: the message is one sentence that names the key, the value and what would be valid. */
public final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidSetting(String sentence) {
        super(sentence);
    }

    static InvalidSetting value(Parameter<?> parameter, String text) {
        return new InvalidSetting(parameter.key() + "=" + text + ": " + parameter.label() + " must be "
                + parameter.domain().words());
    }

    /** An unknown name, with the nearest known one where one is near. */
    public static InvalidSetting unknown(String what, String name, Collection<String> known) {
        String hint = nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("known are " + String.join(", ", known));
        return new InvalidSetting("there is no " + what + " called " + name + ": " + hint);
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        int tolerance = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= tolerance)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** Levenshtein (1966): insertions, deletions and substitutions that turn one word into the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[to.length()];
    }
}

package org.separatrix.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One change of spelling between two formats of recipes: a parameter renamed. Recipes of every older format load
 * through {@link #ALL}, in order.
 *
 * @param format the format that brought the new name
 * @param laboratory whose parameter
 * @param from the old key
 * @param to the new key
 */
public record Migration(int format, String laboratory, String from, String to) {
    /** The format written today. */
    public static final int CURRENT = 1;

    /** Every migration there has been, oldest first. */
    public static final List<Migration> ALL = List.of();

    static int parse(String text) {
        int format;
        try {
            format = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidSetting("format=" + text + ": must be a whole number up to " + CURRENT);
        }
        return check(format);
    }

    /** The format itself; one newer than today's, or none, throws {@link InvalidSetting}. */
    public static int check(int format) {
        if (format < 1 || format > CURRENT)
            throw new InvalidSetting("format=" + format + ": this version reads recipes of format 1 to " + CURRENT);
        return format;
    }

    /** Settings of an older format in today's spelling. */
    public static Map<String, String> migrate(String laboratory, Map<String, String> settings, int format) {
        return migrate(laboratory, settings, format, ALL);
    }

    /** Changes of an older format in today's spelling. */
    public static List<Change> migrate(String laboratory, List<Change> changes, int format) {
        return migrate(laboratory, changes, format, ALL);
    }

    static Map<String, String> migrate(
            String laboratory, Map<String, String> settings, int format, List<Migration> list) {
        var migrated = new LinkedHashMap<String, String>();
        settings.forEach((key, value) -> migrated.put(today(laboratory, key, format, list), value));
        return migrated;
    }

    static List<Change> migrate(String laboratory, List<Change> changes, int format, List<Migration> list) {
        return changes.stream()
                .map(change -> new Change(change.step(), today(laboratory, change.key(), format, list), change.value()))
                .toList();
    }

    private static String today(String laboratory, String key, int format, List<Migration> list) {
        String name = key;
        for (Migration migration : list) {
            if (migration.format > format && migration.laboratory.equals(laboratory) && migration.from.equals(name))
                name = migration.to;
        }
        return name;
    }
}

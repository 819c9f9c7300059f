package org.separatrix.lab;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run in writing: whoever has it has the run. As one line of text,
 * {@code deep-linear?eta=0.02&seed=3&@120.eta=0.05&compute=simd}: what differs from the default settings, what was
 * changed at which step, and the compute kind.
 *
 * @param laboratory its id
 * @param settings values spelt as text; what is absent has its default
 * @param changes what was turned while the run went on, by ascending step
 * @param compute the kind of arithmetic
 * @param dataHash the digest of the given arrays, "" where none were given
 */
public record Recipe(
        String laboratory, Map<String, String> settings, List<Change> changes, Compute compute, String dataHash) {
    private static final String COMPUTE = "compute";
    private static final String DATA = "data";
    private static final String FORMAT = "format";

    public Recipe {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        changes = List.copyOf(changes);
    }

    /** The recipe of a run from its start. */
    public static Recipe of(Laboratory laboratory, Settings settings, Compute compute, Data data) {
        return new Recipe(laboratory.title().id(), settings.differences(), List.of(), compute, data.hash());
    }

    /** The settings at the start; throws {@link InvalidSetting} where they cannot be. */
    public Settings settings(Laboratory of) {
        return of.standard().withTexts(settings);
    }

    /** The same recipe with one more change, and without the changes that came later. */
    public Recipe branch(Change change) {
        var kept = new ArrayList<>(changes.stream()
                .filter(earlier -> earlier.step() <= change.step())
                .toList());
        kept.add(change);
        return new Recipe(laboratory, settings, kept, compute, dataHash);
    }

    /** The recipe as one line of text. */
    public String line() {
        var parts = new ArrayList<String>();
        settings.forEach((key, value) -> parts.add(key + "=" + encode(value)));
        changes.forEach(change -> parts.add("@" + change.step() + "." + change.key() + "=" + encode(change.value())));
        if (!compute.text().equals(Compute.AUTO.text())) parts.add(COMPUTE + "=" + compute.text());
        if (!dataHash.isEmpty()) parts.add(DATA + "=" + dataHash);
        if (!parts.isEmpty()) parts.add(FORMAT + "=" + Migration.CURRENT);
        return parts.isEmpty() ? laboratory : laboratory + "?" + String.join("&", parts);
    }

    /**
     * The recipe that a line of text spells.
     *
     * @throws InvalidSetting where it spells none
     */
    public static Recipe parse(String line) {
        String[] halves = line.strip().split("\\?", 2);
        var values = new LinkedHashMap<String, String>();
        var changes = new ArrayList<Change>();
        if (halves.length == 2 && !halves[1].isEmpty()) {
            for (String part : halves[1].split("&")) {
                int equals = part.indexOf('=');
                if (equals < 1) throw new InvalidSetting("recipe: " + part + " is not of the form key=value");
                String key = part.substring(0, equals);
                String value = decode(part.substring(equals + 1));
                if (key.startsWith("@")) changes.add(change(key, value));
                else values.put(key, value);
            }
        }
        String compute = values.remove(COMPUTE);
        String data = values.remove(DATA);
        String written = values.remove(FORMAT);
        int format = written == null ? Migration.CURRENT : Migration.parse(written);
        return new Recipe(
                halves[0],
                Migration.migrate(halves[0], values, format),
                Migration.migrate(halves[0], changes, format),
                compute == null ? Compute.AUTO : Compute.parse(compute),
                data == null ? "" : data);
    }

    private static Change change(String key, String value) {
        int dot = key.indexOf('.');
        try {
            return new Change(Long.parseLong(key.substring(1, Math.max(1, dot))), key.substring(dot + 1), value);
        } catch (NumberFormatException e) {
            throw new InvalidSetting("recipe: " + key + " is not of the form @step.key");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting("recipe: " + text + " is not spelt as an address spells it");
        }
    }

    private static String encode(String value) {
        // Commas are safe in a line and keep lists of numbers legible.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}

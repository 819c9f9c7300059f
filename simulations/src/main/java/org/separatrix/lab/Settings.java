package org.separatrix.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An immutable, valid assignment of values to the parameters of one laboratory, seed included. Invalid settings cannot
 * exist: every way to make one checks each value against its domain and all of them against the laboratory's rules, and
 * throws {@link InvalidSetting}.
 */
public final class Settings {
    /** The seed of all random streams; every laboratory has it. */
    public static final Parameter<Long> SEED = Parameter.whole("seed", "", "seed", 0, Integer.MAX_VALUE, 1)
            .meaning("Chooses the random numbers: the same seed draws the same ones.");

    private final List<Parameter<?>> parameters;
    private final List<Condition> rules;
    private final Map<String, Object> values;

    private Settings(List<Parameter<?>> parameters, List<Condition> rules, Map<String, Object> values) {
        this.parameters = parameters;
        this.rules = rules;
        this.values = values;
    }

    /**
     * The default values.
     *
     * @param parameters the laboratory's, without the seed
     * @param rules what settings must satisfy together
     */
    public static Settings standard(List<Parameter<?>> parameters, List<Condition> rules) {
        var all = new java.util.ArrayList<Parameter<?>>(parameters);
        all.add(SEED);
        var values = new LinkedHashMap<String, Object>();
        for (Parameter<?> parameter : all) {
            if (values.put(parameter.key(), parameter.standard()) != null)
                throw new IllegalArgumentException("declared twice: " + parameter.key());
        }
        return new Settings(List.copyOf(all), List.copyOf(rules), values).checked();
    }

    /** The parameters, in the order of their declaration, the seed last. */
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    /** The value of a parameter. */
    @SuppressWarnings("unchecked")
    public <T> T get(Parameter<T> parameter) {
        Object value = values.get(parameter.key());
        if (value == null) throw new IllegalArgumentException("not a parameter here: " + parameter.key());
        return (T) value;
    }

    /** The value of a whole-number parameter that is known to fit an int. */
    public int size(Parameter<Long> parameter) {
        return Math.toIntExact(get(parameter));
    }

    /** The seed. */
    public long seed() {
        return get(SEED);
    }

    /** The same settings with one value changed. */
    public <T> Settings with(Parameter<T> parameter, T value) {
        find(parameter.key());
        return with(Map.of(parameter.key(), (Object) parameter.check(value)));
    }

    /**
     * Values spelt as text, as one line has them: {@code spelt("eta=0.1 depth=3")}. A new map in the order given, so that
     * they are told in the same order each time; no value holds a space.
     */
    public static Map<String, String> spelt(String line) {
        var texts = new LinkedHashMap<String, String>();
        for (String assignment : line.split(" ")) {
            String[] sides = assignment.split("=", 2);
            texts.put(sides[0], sides[1]);
        }
        return texts;
    }

    /** The same settings with some values changed, each spelt as text; the rules are checked once, at the end. */
    public Settings withTexts(Map<String, String> texts) {
        var changed = new LinkedHashMap<String, Object>();
        texts.forEach((key, text) -> changed.put(key, find(key).parse(text)));
        return with(changed);
    }

    /** The same settings with one value changed, spelt as text. */
    public Settings with(String key, String text) {
        return withTexts(Map.of(key, text));
    }

    private Settings with(Map<String, Object> changed) {
        var copy = new LinkedHashMap<>(values);
        copy.putAll(changed);
        return new Settings(parameters, rules, copy).checked();
    }

    private Settings checked() {
        for (Condition rule : rules) if (!rule.holds(this)) throw new InvalidSetting(rule.words());
        return this;
    }

    /** The parameter with a key; an unknown key throws {@link InvalidSetting} that names the nearest one. */
    public Parameter<?> find(String key) {
        return parameters.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidSetting.unknown(
                        "parameter",
                        key,
                        parameters.stream().map(Parameter::key).toList()));
    }

    /** The value of a parameter, spelt as text. */
    public <T> String text(Parameter<T> parameter) {
        return parameter.domain().format(get(parameter));
    }

    /** All values, spelt as text, in the order of declaration. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        for (Parameter<?> parameter : parameters) texts.put(parameter.key(), text(parameter));
        return texts;
    }

    /** The values that differ from the default, spelt as text, in the order of declaration. */
    public Map<String, String> differences() {
        var texts = new LinkedHashMap<String, String>();
        for (Parameter<?> parameter : parameters) {
            if (!get(parameter).equals(parameter.standard())) texts.put(parameter.key(), text(parameter));
        }
        return texts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings
                && parameters.equals(settings.parameters)
                && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}

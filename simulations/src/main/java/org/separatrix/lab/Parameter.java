package org.separatrix.lab;

import java.util.List;

/**
 * One knob, declared once: its control on screen, tool tip, command-line option, file key, validation and documentation
 * all come from here. A parameter is a typed handle: {@code double eta = settings.get(ETA)}.
 *
 * @param <T> the Java type of its values
 * @param key the name in files and on the command line
 * @param symbol the paper's symbol, in Unicode, or "" where it has none
 * @param label the plain name
 * @param meaning one sentence: what turning it does
 * @param unit the unit, or ""
 * @param domain the values it may take
 * @param standard the default value
 * @param live whether it may change while a run goes on; another restarts the run
 * @param group the heading it stands under
 * @param applies when it has any effect
 */
public record Parameter<T>(
        String key,
        String symbol,
        String label,
        String meaning,
        String unit,
        Domain<T> domain,
        T standard,
        boolean live,
        String group,
        Condition applies) {

    public Parameter {
        if (!key.matches("[a-z][a-zA-Z0-9_]*")) throw new IllegalArgumentException("not a key: " + key);
        if (!domain.contains(standard))
            throw new IllegalArgumentException(key + ": the default is outside the domain: " + standard);
    }

    /** A real number with linear spacing. */
    public static Parameter<Double> real(
            String key, String symbol, String label, double min, double max, double standard) {
        return plain(key, symbol, label, new Domain.Real(min, max, Scale.LINEAR), standard);
    }

    /** A positive real number with logarithmic spacing. */
    public static Parameter<Double> log(
            String key, String symbol, String label, double min, double max, double standard) {
        return plain(key, symbol, label, new Domain.Real(min, max, Scale.LOG), standard);
    }

    /** A whole number. */
    public static Parameter<Long> whole(String key, String symbol, String label, long min, long max, long standard) {
        return plain(key, symbol, label, new Domain.Whole(min, max, Scale.LINEAR), standard);
    }

    /** One constant of an enum. */
    public static <E extends Enum<E> & Choice> Parameter<E> choice(String key, String label, E standard) {
        return plain(key, "", label, new Domain.OneOf<>(standard.getDeclaringClass()), standard);
    }

    /** On or off. */
    public static Parameter<Boolean> toggle(String key, String label, boolean standard) {
        return plain(key, "", label, new Domain.Switch(), standard);
    }

    /** A list of real numbers. */
    public static Parameter<List<Double>> sequence(
            String key, String symbol, String label, int longest, double min, double max, List<Double> standard) {
        return plain(key, symbol, label, new Domain.Sequence(1, longest, min, max), standard);
    }

    private static <T> Parameter<T> plain(String key, String symbol, String label, Domain<T> domain, T standard) {
        return new Parameter<>(key, symbol, label, "", "", domain, standard, false, "", Condition.ALWAYS);
    }

    /** The same parameter with its one-sentence meaning. */
    public Parameter<T> meaning(String sentence) {
        return new Parameter<>(key, symbol, label, sentence, unit, domain, standard, live, group, applies);
    }

    /** The same parameter with a unit. */
    public Parameter<T> unit(String name) {
        return new Parameter<>(key, symbol, label, meaning, name, domain, standard, live, group, applies);
    }

    /** The same parameter, which may change while a run goes on. */
    public Parameter<T> whileRunning() {
        return new Parameter<>(key, symbol, label, meaning, unit, domain, standard, true, group, applies);
    }

    /** The same parameter under a heading. */
    public Parameter<T> under(String heading) {
        return new Parameter<>(key, symbol, label, meaning, unit, domain, standard, live, heading, applies);
    }

    /** The same parameter, which has an effect only under a condition. */
    public Parameter<T> appliesWhen(Condition condition) {
        return new Parameter<>(key, symbol, label, meaning, unit, domain, standard, live, group, condition);
    }

    /** The kind of value in one word. */
    public String kind() {
        return switch (domain) {
            case Domain.Real _ -> "real";
            case Domain.Whole _ -> "integer";
            case Domain.OneOf<?> _ -> "choice";
            case Domain.Switch _ -> "switch";
            case Domain.Sequence _ -> "list";
        };
    }

    /**
     * The value that a text spells.
     *
     * @throws InvalidSetting where it spells none, or one outside the domain
     */
    public T parse(String text) {
        T value;
        try {
            value = domain.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidSetting.value(this, text);
        }
        return check(value);
    }

    T check(T value) {
        if (!domain.contains(value)) throw InvalidSetting.value(this, domain.format(value));
        return value;
    }
}

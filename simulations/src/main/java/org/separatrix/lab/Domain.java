package org.separatrix.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The values that a parameter may take, and their spelling in files, on the command line and on screen.
 *
 * @param <T> the Java type of a value
 */
public sealed interface Domain<T> {
    /** Whether the value belongs to the domain. */
    boolean contains(T value);

    /** The value that a text spells; throws {@link IllegalArgumentException} where it spells none. */
    T parse(String text);

    /** The text that spells a value; {@code parse(format(v))} equals {@code v} to the last bit. */
    String format(T value);

    /** The domain in words, as told to a user whose value lies outside: "a number from 0.1 to 10". */
    String words();

    /** A finite real number in a closed interval. */
    record Real(double min, double max, Scale scale) implements Domain<Double> {
        public Real {
            if (!(min < max)) throw new IllegalArgumentException("empty interval " + min + " to " + max);
            if (scale == Scale.LOG && !(min > 0))
                throw new IllegalArgumentException("a logarithmic scale cannot begin at " + min);
        }

        @Override
        public boolean contains(Double value) {
            return value >= min && value <= max;
        }

        @Override
        public Double parse(String text) {
            return Numbers.parse(text);
        }

        @Override
        public String format(Double value) {
            return Numbers.format(value);
        }

        @Override
        public String words() {
            return "a number from " + Numbers.format(min) + " to " + Numbers.format(max);
        }
    }

    /** A whole number in a closed interval. */
    record Whole(long min, long max, Scale scale) implements Domain<Long> {
        public Whole {
            if (min >= max) throw new IllegalArgumentException("empty interval " + min + " to " + max);
            if (scale == Scale.LOG && min < 1)
                throw new IllegalArgumentException("a logarithmic scale cannot begin at " + min);
        }

        @Override
        public boolean contains(Long value) {
            return value >= min && value <= max;
        }

        @Override
        public Long parse(String text) {
            double value = Numbers.parse(text);
            if (value != Math.rint(value) || Math.abs(value) > 1L << 53)
                throw new IllegalArgumentException("not a whole number: " + text);
            return (long) value;
        }

        @Override
        public String format(Long value) {
            return value.toString();
        }

        @Override
        public String words() {
            return "a whole number from " + min + " to " + max;
        }
    }

    /** One constant of an enum. */
    record OneOf<E extends Enum<E> & Choice>(Class<E> type) implements Domain<E> {
        /** All values, in order. */
        public List<E> values() {
            return List.of(type.getEnumConstants());
        }

        @Override
        public boolean contains(E value) {
            return true;
        }

        @Override
        public E parse(String text) {
            return values().stream()
                    .filter(value -> value.key().equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a choice: " + text));
        }

        @Override
        public String format(E value) {
            return value.key();
        }

        @Override
        public String words() {
            return "one of " + values().stream().map(Choice::key).collect(Collectors.joining(", "));
        }
    }

    /** On or off. */
    record Switch() implements Domain<Boolean> {
        @Override
        public boolean contains(Boolean value) {
            return true;
        }

        @Override
        public Boolean parse(String text) {
            return switch (text.strip()) {
                case "true", "on", "yes" -> true;
                case "false", "off", "no" -> false;
                default -> throw new IllegalArgumentException("neither on nor off: " + text);
            };
        }

        @Override
        public String format(Boolean value) {
            return value ? "on" : "off";
        }

        @Override
        public String words() {
            return "on or off";
        }
    }

    /** A list of real numbers, each in a closed interval; spelt with commas. */
    record Sequence(int shortest, int longest, double min, double max) implements Domain<List<Double>> {
        public Sequence {
            if (shortest < 0 || shortest > longest || !(min < max))
                throw new IllegalArgumentException("an empty domain of lists");
        }

        @Override
        public boolean contains(List<Double> values) {
            return values.size() >= shortest
                    && values.size() <= longest
                    && values.stream().allMatch(value -> value >= min && value <= max);
        }

        @Override
        public List<Double> parse(String text) {
            if (text.isBlank()) return List.of();
            var values = new ArrayList<Double>();
            for (String part : Arrays.asList(text.split(",", -1))) values.add(Numbers.parse(part));
            return List.copyOf(values);
        }

        @Override
        public String format(List<Double> values) {
            return values.stream().map(Numbers::format).collect(Collectors.joining(","));
        }

        @Override
        public String words() {
            return "a list of " + shortest + " to " + longest + " numbers, each from " + Numbers.format(min) + " to "
                    + Numbers.format(max);
        }
    }
}

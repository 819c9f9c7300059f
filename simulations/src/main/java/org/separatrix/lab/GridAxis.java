package org.separatrix.lab;

/**
 * One side of a phase diagram: the values of one parameter, evenly spaced on its scale.
 *
 * @param parameter its key
 * @param min the first value
 * @param max the last value
 * @param points how many values
 * @param scale how they are spaced
 */
public record GridAxis(String parameter, double min, double max, int points, Scale scale) {
    /** More than this on a side is no picture any more. */
    public static final int MOST = 1024;

    private static final String FORM = "must be of the form KEY=MIN:MAX:N or KEY=MIN:MAX:N:log";

    public GridAxis {
        String name = parameter + "=" + Numbers.format(min) + ":" + Numbers.format(max) + ":" + points;
        if (!(min < max)) throw new InvalidSetting(name + ": the first value must be below the last one");
        if (points < 2 || points > MOST)
            throw new InvalidSetting(name + ": the number of values must be from 2 to " + MOST);
        if (scale == Scale.LOG && !(min > 0))
            throw new InvalidSetting(name + ": a logarithmic axis must begin above 0");
    }

    /** Values with linear spacing. */
    public static GridAxis linear(Parameter<?> parameter, double min, double max, int points) {
        return new GridAxis(parameter.key(), min, max, points, Scale.LINEAR);
    }

    /** Values with logarithmic spacing. */
    public static GridAxis log(Parameter<?> parameter, double min, double max, int points) {
        return new GridAxis(parameter.key(), min, max, points, Scale.LOG);
    }

    /**
     * The axis that a text spells: {@code eta=0.01:1:32:log}.
     *
     * @throws InvalidSetting where it spells none
     */
    public static GridAxis parse(String text) {
        int equals = text.indexOf('=');
        String[] parts = text.substring(equals + 1).split(":", -1);
        boolean log = parts.length == 4 && parts[3].strip().equals("log");
        if (equals < 1 || parts.length < 3 || parts.length > 4 || parts.length == 4 && !log)
            throw new InvalidSetting(text + ": " + FORM);
        try {
            return new GridAxis(
                    text.substring(0, equals).strip(),
                    Numbers.parse(parts[0]),
                    Numbers.parse(parts[1]),
                    Integer.parseInt(parts[2].strip()),
                    log ? Scale.LOG : Scale.LINEAR);
        } catch (InvalidSetting e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(text + ": " + FORM);
        }
    }

    /** The text that spells it. */
    public String text() {
        return parameter + "=" + Numbers.format(min) + ":" + Numbers.format(max) + ":" + points
                + (scale == Scale.LOG ? ":log" : "");
    }

    /** The same values on another stretch. */
    public GridAxis over(double from, double to) {
        return new GridAxis(parameter, from, to, points, scale);
    }

    /**
     * The values, ascending; the ends are exact.
     *
     * @param count how many: {@link #points}, or more for a finer grid over the same stretch
     */
    public double[] values(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double share = i / (count - 1.0);
            values[i] = scale == Scale.LOG ? min * Math.pow(max / min, share) : min + share * (max - min);
        }
        values[count - 1] = max;
        return values;
    }
}

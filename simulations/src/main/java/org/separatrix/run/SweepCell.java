package org.separatrix.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.lab.Judgement;

/**
 * One point of a sweep: what came of its runs so far. It has a number where more than half of them have one.
 *
 * @param column where it lies along the horizontal axis of the finest grid
 * @param row where it lies along the vertical axis
 * @param runs the outcomes, in the order of their seeds
 */
public record SweepCell(int column, int row, List<Outcome> runs) {
    public SweepCell {
        runs = List.copyOf(runs);
    }

    /** The numbers, one a run that has one. */
    public double[] values() {
        return runs.stream()
                .map(Outcome::judgement)
                .filter(Judgement.Value.class::isInstance)
                .mapToDouble(judgement -> ((Judgement.Value) judgement).value())
                .toArray();
    }

    /** Whether there is a number to show. */
    public boolean judged() {
        return 2 * values().length > runs.size();
    }

    /** The mean of the numbers; NaN where too few runs have one. */
    public double mean() {
        return judged() ? mean(values()) : Double.NaN;
    }

    /** The standard error of the mean; NaN where fewer than two runs have a number. */
    public double error() {
        double[] values = values();
        if (!judged() || values.length < 2) return Double.NaN;
        double mean = mean(values);
        double squares = 0;
        for (double value : values) squares += (value - mean) * (value - mean);
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }

    /** Why runs have no number, the most frequent reason; "" where all have one. */
    public String why() {
        var reasons = new LinkedHashMap<String, Integer>();
        for (Outcome outcome : runs) {
            if (outcome.judgement() instanceof Judgement.Missing(String why)) reasons.merge(why, 1, Integer::sum);
        }
        int most = reasons.values().stream().mapToInt(count -> count).max().orElse(0);
        return reasons.entrySet().stream()
                .filter(reason -> reason.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The longest time that any of its runs took. */
    public double time() {
        return runs.stream().mapToDouble(Outcome::time).max().orElse(0);
    }
}

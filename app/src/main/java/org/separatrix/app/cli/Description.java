package org.separatrix.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Domain;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Title;

/** All that a laboratory declares, as {@code describe} tells it: the text and the JSON document come from here. */
record Description(
        String id,
        String name,
        String line,
        String equation,
        List<String> sources,
        List<Parameter> parameters,
        List<String> rules,
        List<Quantity> observables,
        List<Metric> metrics,
        List<Preset> presets,
        List<Diagram> diagrams,
        List<DataKey> data) {

    /** A knob. {@code domain} holds {@code min}, {@code max} and {@code scale}, or {@code values}. */
    record Parameter(
            String key,
            String symbol,
            String label,
            String meaning,
            String unit,
            String kind,
            Map<String, Object> domain,
            String words,
            @JsonProperty("default") String standard,
            boolean live,
            String group,
            String applies) {}

    /** A choice's value and its name on screen. */
    record Value(String key, String label) {}

    /** An observable, and the presets that show it. */
    record Quantity(
            String key,
            String title,
            String kind,
            List<Quantity.Scale> axes,
            List<Quantity.Line> series,
            List<String> presets) {
        /** An axis. */
        record Scale(String label, String unit, String scale) {}

        /** A series. */
        record Line(String key, String label, boolean theory) {}
    }

    /** A judgement of a run. */
    record Metric(String key, String label, String meaning, String unit) {}

    /** Settings worth a visit. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Preset(String key, String name, String line, Map<String, String> settings, double until) {}

    /** A phase diagram; its axes are spelt as {@code sweep} takes them. */
    record Diagram(
            String key,
            String name,
            String line,
            Map<String, String> settings,
            String x,
            String y,
            String metric,
            int replicates) {
        static Diagram of(PhaseDiagram diagram) {
            return new Diagram(
                    diagram.key(),
                    diagram.name(),
                    diagram.line(),
                    diagram.settings(),
                    diagram.x().text(),
                    diagram.y().text(),
                    diagram.metric(),
                    diagram.replicates());
        }
    }

    static Description of(Laboratory laboratory) {
        Title title = laboratory.title();
        return new Description(
                title.id(),
                title.name(),
                title.line(),
                title.equation(),
                title.sources(),
                laboratory.standard().parameters().stream()
                        .map(Description::parameter)
                        .toList(),
                laboratory.rules().stream().map(rule -> rule.words()).toList(),
                quantities(laboratory),
                laboratory.metrics().stream()
                        .map(metric -> new Metric(
                                metric.key(),
                                metric.label(),
                                metric.meaning(),
                                metric.value().unit()))
                        .toList(),
                laboratory.presets().stream()
                        .map(preset -> new Preset(
                                preset.key(), preset.name(), preset.line(), preset.settings(), preset.until()))
                        .toList(),
                laboratory.diagrams().stream().map(Diagram::of).toList(),
                laboratory.dataKeys());
    }

    private static <T> Parameter parameter(org.separatrix.lab.Parameter<T> parameter) {
        Domain<T> domain = parameter.domain();
        return new Parameter(
                parameter.key(),
                parameter.symbol(),
                parameter.label(),
                parameter.meaning(),
                parameter.unit(),
                parameter.kind(),
                limits(domain),
                domain.words(),
                domain.format(parameter.standard()),
                parameter.live(),
                parameter.group(),
                parameter.applies().words());
    }

    private static Map<String, Object> limits(Domain<?> domain) {
        var limits = new LinkedHashMap<String, Object>();
        switch (domain) {
            case Domain.Real(double min, double max, var scale) -> {
                limits.put("min", min);
                limits.put("max", max);
                limits.put("scale", word(scale));
            }
            case Domain.Whole(long min, long max, var scale) -> {
                limits.put("min", min);
                limits.put("max", max);
                limits.put("scale", word(scale));
            }
            case Domain.OneOf<?> choice ->
                limits.put(
                        "values",
                        choice.values().stream().map(Description::value).toList());
            case Domain.Switch _ -> limits.put("values", List.of(new Value("on", "on"), new Value("off", "off")));
            case Domain.Sequence(int shortest, int longest, double min, double max) -> {
                limits.put("shortest", shortest);
                limits.put("longest", longest);
                limits.put("min", min);
                limits.put("max", max);
            }
        }
        return limits;
    }

    private static Value value(Choice choice) {
        return new Value(choice.key(), choice.label());
    }

    /** What the presets show, each quantity once, in the order of its first appearance. */
    private static List<Quantity> quantities(Laboratory laboratory) {
        var presets = new LinkedHashMap<String, List<String>>();
        var found = new LinkedHashMap<String, Observable<?>>();
        for (var preset : laboratory.presets()) {
            Settings settings = laboratory.settings(preset);
            for (Observable<?> observable : laboratory.observables(settings)) {
                found.putIfAbsent(observable.key(), observable);
                presets.computeIfAbsent(observable.key(), key -> new ArrayList<>())
                        .add(preset.key());
            }
        }
        return found.values().stream()
                .map(observable -> new Quantity(
                        observable.key(),
                        observable.title(),
                        word(observable),
                        axes(observable).stream()
                                .map(axis -> new Quantity.Scale(axis.label(), axis.unit(), word(axis.scale())))
                                .toList(),
                        observable.series().stream()
                                .map(series -> new Quantity.Line(series.key(), series.label(), series.hasTheory()))
                                .toList(),
                        presets.get(observable.key())))
                .toList();
    }

    private static List<Axis> axes(Observable<?> observable) {
        return switch (observable) {
            case Curves curves -> List.of(curves.time(), curves.value());
            case Spectrum spectrum -> List.of(spectrum.value());
            case Bars bars -> List.of(bars.category(), bars.value());
            case Field field -> List.of(field.x(), field.y(), field.value());
            case Cloud cloud -> cloud.axes();
            case Portrait portrait -> List.of(portrait.x(), portrait.y());
            case Facts _ -> List.of();
        };
    }

    private static String word(Observable<?> observable) {
        return observable.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String word(org.separatrix.lab.Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }
}

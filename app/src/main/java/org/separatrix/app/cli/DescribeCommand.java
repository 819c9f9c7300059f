package org.separatrix.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code separatrix describe}: all that a laboratory declares. */
@Command(
        name = "describe",
        description = "Describe a laboratory: its parameters, observables, metrics, presets and data keys.")
final class DescribeCommand implements Runnable {
    @Parameters(
            paramLabel = "LAB",
            description = "The laboratory: ${COMPLETION-CANDIDATES}.",
            converter = Laboratories.class,
            completionCandidates = Laboratories.class)
    private Laboratory laboratory;

    @Mixin
    private Output output;

    @Override
    public void run() {
        Description description = Description.of(laboratory);
        if (output.json()) output.print(description);
        else write(description, output.page());
    }

    private static void write(Description description, Page page) {
        page.title(description.name());
        page.paragraph(description.line());
        page.heading("Equation");
        page.verbatim(description.equation());
        page.heading("Parameters, for --set KEY=VALUE: live ones may change while a run goes on, others restart it");
        page.rows(description.parameters().stream()
                .map(parameter -> List.of(
                        parameter.key(), parameter.symbol(), parameter.live() ? "live" : "restarts", told(parameter)))
                .toList());
        if (!description.rules().isEmpty()) {
            page.heading("Rules");
            page.rows(description.rules().stream().map(List::of).toList());
        }
        page.heading("Presets, for --preset NAME");
        page.rows(description.presets().stream()
                .map(preset -> List.of(preset.key(), told(preset)))
                .toList());
        page.heading("Observables");
        page.rows(description.observables().stream()
                .map(quantity -> List.of(quantity.key(), quantity.kind(), told(quantity, description)))
                .toList());
        page.heading("Metrics");
        page.rows(description.metrics().stream()
                .map(metric -> List.of(metric.key(), metric.label() + ": " + metric.meaning()))
                .toList());
        page.heading("Phase diagrams, for sweep --diagram NAME");
        page.rows(description.diagrams().stream()
                .map(diagram -> List.of(diagram.key(), told(diagram)))
                .toList());
        if (!description.data().isEmpty()) {
            page.heading("Data, for --data PATH");
            page.rows(description.data().stream()
                    .map(key -> List.of(key.name(), key.shape(), key.meaning()))
                    .toList());
        }
        if (!description.sources().isEmpty()) {
            page.heading("Sources");
            page.rows(description.sources().stream().map(List::of).toList());
        }
    }

    private static String told(Description.Parameter parameter) {
        return parameter.label() + (parameter.unit().isEmpty() ? "" : " in " + parameter.unit()) + ": "
                + parameter.words() + "; default " + parameter.standard() + ". " + parameter.meaning()
                + (parameter.applies().isEmpty() ? "" : " (" + parameter.applies() + ")");
    }

    private static String told(Description.Preset preset) {
        Map<String, String> settings = new LinkedHashMap<>(preset.settings());
        settings.put("until", Numbers.format(preset.until()));
        return preset.name() + ": " + preset.line() + " ("
                + settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String told(Description.Diagram diagram) {
        return diagram.name() + ": " + diagram.line() + " (" + diagram.metric() + " over " + diagram.x() + " and "
                + diagram.y() + ")";
    }

    private static String told(Description.Quantity quantity, Description description) {
        String series =
                quantity.series().stream().map(Description.Quantity.Line::key).collect(Collectors.joining(", "));
        boolean exact = quantity.series().stream().anyMatch(Description.Quantity.Line::theory);
        boolean everywhere = quantity.presets().size() == description.presets().size();
        return quantity.title()
                + (series.isEmpty() ? "" : ": " + series)
                + (everywhere ? "" : " (in " + String.join(", ", quantity.presets()) + ")");
    }
}

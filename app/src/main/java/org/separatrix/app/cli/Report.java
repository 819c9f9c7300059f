package org.separatrix.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.io.Summary;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Series;
import org.separatrix.run.Recording;
import org.separatrix.viz.Notation;

/** What came of a run, as {@code run} tells it. */
final class Report {
    private static final int DIGITS = 4;
    private static final int MOST = 16;

    private final String recipe;
    private final Recording recording;
    private final Summary summary;
    private final String compute;
    private final List<String> ignored;
    private final List<Facts.Fact> facts;
    private final Optional<Path> out;

    /** The report on a run at rest, whose results lie in a folder, if they were kept. */
    Report(Performance performance, Optional<Path> out) {
        recipe = performance.order().recipe().line();
        recording = performance.recording();
        summary = performance.summary();
        compute = performance.compute();
        ignored = performance.order().ignored();
        facts = performance.facts();
        this.out = out;
    }

    /**
     * The JSON document.
     *
     * @param laboratory its id
     * @param recipe the run in one line
     * @param summary what {@code summary.json} holds
     * @param compute which kernels did the work
     * @param ignored names in the data that mean nothing to the laboratory
     * @param values where the curves ended
     * @param facts what is known of the end
     * @param out the folder of the results, if they were kept
     */
    record Document(
            String laboratory,
            String recipe,
            JsonNode summary,
            String compute,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> ignored,
            List<Value> values,
            List<Statement> facts,
            @JsonInclude(JsonInclude.Include.NON_NULL) String out) {
        /** Where a curve ended; the theory is NaN where it is silent. */
        record Value(String observable, String series, double simulated, double theory) {}

        /** A fact at the end. */
        record Statement(String key, String label, double value, String words) {}
    }

    Document document() {
        return new Document(
                recording.laboratory().title().id(),
                recipe,
                Json.parse(summary.json()),
                compute,
                ignored,
                values(),
                facts.stream()
                        .map(fact -> new Document.Statement(fact.key(), fact.label(), fact.value(), fact.words()))
                        .toList(),
                out.map(Path::toString).orElse(null));
    }

    void write(Page page) {
        page.title(recording.laboratory().title().name());
        page.heading("Recipe");
        page.verbatim(recipe);
        page.heading("Run");
        page.rows(run());
        page.heading("Metrics");
        page.rows(metrics());
        page.heading("End");
        List<List<String>> end = end();
        page.rows(end.subList(0, Math.min(MOST, end.size())));
        if (end.size() > MOST) page.verbatim("and " + (end.size() - MOST) + " more: --json tells all");
        out.ifPresent(folder -> {
            page.heading("Results");
            page.verbatim(folder.toString());
        });
    }

    private List<List<String>> run() {
        var rows = new ArrayList<>(List.of(
                List.of("status", summary.why().isEmpty() ? summary.status() : summary.status() + ": " + summary.why()),
                List.of("time", number(summary.time())),
                List.of(
                        "steps",
                        "%,d in %.2f s, %,.0f a second"
                                .formatted(summary.steps(), summary.wall().toNanos() / 1e9, summary.rate())),
                List.of("compute", compute)));
        if (!ignored.isEmpty()) rows.add(List.of("ignored", String.join(", ", ignored)));
        return rows;
    }

    private List<List<String>> metrics() {
        var rows = new ArrayList<List<String>>();
        for (Metric metric : recording.laboratory().metrics()) {
            String judged = switch (summary.metrics().get(metric.key())) {
                case Judgement.Value(double value) -> number(value);
                case Judgement.Missing(String why) -> "none: " + why;
            };
            rows.add(List.of(metric.key(), judged, metric.label()));
        }
        return rows;
    }

    private List<List<String>> end() {
        var rows = new ArrayList<List<String>>();
        for (Facts.Fact fact : facts)
            rows.add(List.of(fact.label(), fact.words().isEmpty() ? number(fact.value()) : fact.words(), ""));
        for (Document.Value value : values())
            rows.add(List.of(
                    value.observable() + " " + value.series(),
                    number(value.simulated()),
                    Double.isNaN(value.theory()) ? "" : "theory " + number(value.theory())));
        return rows;
    }

    private List<Document.Value> values() {
        var values = new ArrayList<Document.Value>();
        int last = recording.size() - 1;
        for (Curves curves : recording.curves()) {
            for (Series series : curves.series()) {
                values.add(new Document.Value(
                        curves.key(),
                        series.key(),
                        recording.simulated(curves.key(), series.key(), last)[0],
                        recording.theory(curves.key(), series.key(), last)[0]));
            }
        }
        return values;
    }

    private static String number(double value) {
        return Notation.value(value, DIGITS);
    }
}

package org.separatrix.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.separatrix.io.Summary;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Title;
import org.separatrix.viz.Notation;
import org.separatrix.viz.Theme;

/** The page of a tour: one HTML file beside the folders of the runs, light or dark as its reader's system. */
final class TourPage {
    private static final int DIGITS = 4;

    private TourPage() {}

    /**
     * One run of a tour.
     *
     * @param laboratory of which laboratory
     * @param preset of which preset
     * @param recipe the run in one line
     * @param summary what came of it
     * @param observables what there is to see
     * @param facts what is known of its end
     */
    record Station(
            Laboratory laboratory,
            Preset preset,
            String recipe,
            Summary summary,
            List<Observable<?>> observables,
            List<Facts.Fact> facts) {
        /** What a run at rest shows. */
        static Station of(Performance performance, Preset preset) {
            return new Station(
                    performance.recording().laboratory(),
                    preset,
                    performance.order().recipe().line(),
                    performance.summary(),
                    performance.recording().observables(),
                    performance.facts());
        }

        private Title title() {
            return laboratory.title();
        }

        /** The folder of its results, beside the page. */
        String folder() {
            return title().id();
        }
    }

    static String of(List<Station> stations) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Separatrix: a tour</title>
                <style>
                %s@media (prefers-color-scheme: dark) {
                %s}
                %s</style>
                </head>
                <body>
                <header><div>
                %s
                <h1>Separatrix</h1>
                <p>Each laboratory at its first preset. Simulation is solid, exact theory dashed in the same hue.</p>
                <nav>%s</nav>
                </div></header>
                <main>
                %s</main>
                <footer>%s. Every run here is a pure function of its recipe: repeated, it gives the same numbers.</footer>
                </body>
                </html>
                """.formatted(
                        tokens(Theme.LIGHT),
                        tokens(Theme.DARK),
                        style(),
                        emblem(),
                        joined(stations.stream().map(TourPage::link)),
                        joined(stations.stream().map(TourPage::section)),
                        text("Separatrix " + Program.version()));
    }

    private static String tokens(Theme theme) {
        return theme.tokens().entrySet().stream()
                .map(token -> "--" + token.getKey() + ": " + token.getValue().hex() + ";")
                .collect(Collectors.joining(" ", ":root { ", " }\n"));
    }

    private static String style() {
        try (InputStream style = TourPage.class.getResourceAsStream("tour.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A saddle with its separatrices. */
    private static String emblem() {
        return """
                <svg viewBox="-16 -16 32 32" fill="none" stroke-width="2" stroke-linecap="round" aria-hidden="true">
                <path stroke="var(--hairline)" d="M-12-12 12 12M-12 12 12-12"/>
                <path stroke="var(--series-1)" d="M-8-13Q0-1 8-13M-8 13Q0 1 8 13"/>
                <path stroke="var(--series-2)" d="M-13-8Q-1 0-13 8M13-8Q1 0 13 8"/>
                </svg>""";
    }

    private static String link(Station station) {
        return "<a href=\"#%s\">%s</a>\n"
                .formatted(station.folder(), text(station.title().name()));
    }

    private static String section(Station station) {
        return """
                <section id="%1$s">
                <h2>%2$s</h2>
                <p class="lead">%3$s</p>
                <div class="opening">
                <div class="card subject"><h3>%5$s</h3><p>%6$s</p>
                <div class="equation">%4$s</div></div>
                <div class="card"><h3>At the end</h3>
                <dl>%7$s</dl></div>
                </div>
                <div class="figures">
                %8$s</div>
                <div class="closing">
                <div class="card"><h3>Repeat it</h3>
                <pre><code>./separatrix run --recipe '%9$s' --out %1$s</code></pre>
                <div class="files">%10$s</div></div>
                %11$s</div>
                </section>
                """.formatted(
                        station.folder(),
                        text(station.title().name()),
                        text(station.title().line()),
                        picture(
                                station.folder() + "/" + Results.equation(Theme.LIGHT),
                                station.folder() + "/" + Results.equation(Theme.DARK),
                                Results.EQUATION_SCALE,
                                station.title().equation()),
                        text(station.preset().name()),
                        text(station.preset().line()),
                        joined(rows(station)),
                        joined(station.observables().stream()
                                .filter(observable -> !(observable instanceof Facts))
                                .map(observable -> figure(station, observable))),
                        text(station.recipe()),
                        joined(files(station)),
                        others(station));
    }

    private static String picture(String light, String dark, int density, String alternative) {
        return """
                <picture><source media="(prefers-color-scheme: dark)" srcset="%1$s %3$dx">\
                <source srcset="%2$s %3$dx"><img src="%2$s" alt="%4$s"></picture>""".formatted(dark, light, density, text(alternative));
    }

    private static Stream<String> rows(Station station) {
        Summary summary = station.summary();
        Stream<String> run = Stream.of(
                row("status", summary.status()),
                row("steps", "%,d".formatted(summary.steps())),
                row("time", number(summary.time())));
        Stream<String> metrics = station.laboratory().metrics().stream()
                .map(metric -> row(metric.label(), judged(summary.metrics().get(metric.key()))));
        Stream<String> facts = station.facts().stream().map(TourPage::row);
        return Stream.of(run, metrics, facts).flatMap(rows -> rows);
    }

    private static String row(String name, String value) {
        return "<dt>%s</dt><dd>%s</dd>\n".formatted(text(name), text(value));
    }

    private static String row(Facts.Fact fact) {
        String value = fact.words().isEmpty() ? number(fact.value()) : fact.words();
        return "<dt>%s</dt><dd class=\"%s\">%s</dd>\n"
                .formatted(text(fact.label()), fact.light().name().toLowerCase(Locale.ROOT), text(value));
    }

    private static String judged(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Value(double value) -> number(value);
            case Judgement.Missing(String why) -> why;
        };
    }

    private static String figure(Station station, Observable<?> observable) {
        String light = station.folder() + "/" + Results.figure(observable, Theme.LIGHT);
        String dark = station.folder() + "/" + Results.figure(observable, Theme.DARK);
        return "<a class=\"card\" href=\"%s\">%s</a>\n"
                .formatted(light, picture(light, dark, Results.FIGURE_SCALE, observable.title()));
    }

    private static Stream<String> files(Station station) {
        Stream<String> tables = station.observables().stream()
                .filter(observable -> !(observable instanceof Curves))
                .map(observable -> observable.key() + ".csv");
        return Stream.of(Stream.of("curves.csv"), tables, Stream.of("run.npz", "summary.json", "recipe.json"))
                .flatMap(names -> names)
                .map(name -> "<a href=\"%s/%s\">%s</a>\n".formatted(station.folder(), name, name));
    }

    private static String others(Station station) {
        List<Preset> more = station.laboratory().presets().stream()
                .filter(preset -> !preset.key().equals(station.preset().key()))
                .toList();
        if (more.isEmpty()) return "";
        String items = joined(more.stream()
                .map(preset -> "<li><code>--preset %s</code> <span>%s</span></li>\n"
                        .formatted(preset.key(), text(preset.line()))));
        return "<div class=\"card\"><h3>More to see</h3><ul>%s</ul></div>\n".formatted(items);
    }

    private static String number(double value) {
        return Notation.value(value, DIGITS);
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining());
    }

    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

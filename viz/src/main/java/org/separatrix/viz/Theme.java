package org.separatrix.viz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The colours of the window and of figures, the only place where they are said. */
public enum Theme {
    LIGHT(
            "#FFFFFF",
            "#F6F8FA",
            "#D8DEE4",
            "#1F2328",
            "#656D76",
            "#0969DA",
            List.of("#0072B2", "#D55E00", "#E69F00", "#CC79A7", "#009E73", "#56B4E9"),
            "#1A7F37",
            "#9A6700",
            "#CF222E"),
    DARK(
            "#0D1117",
            "#161B22",
            "#30363D",
            "#E6EDF3",
            "#8D96A0",
            "#4493F8",
            List.of("#58A6E0", "#F0883E", "#E3B341", "#DB8FC0", "#3FB68B", "#79C8F2"),
            "#3FB950",
            "#D29922",
            "#F85149");

    private final Map<String, Colour> tokens = new LinkedHashMap<>();
    private final List<Colour> series;

    Theme(
            String background,
            String panel,
            String hairline,
            String text,
            String muted,
            String accent,
            List<String> series,
            String good,
            String warning,
            String bad) {
        this.series = series.stream().map(Colour::of).toList();
        tokens.put("background", Colour.of(background));
        tokens.put("panel", Colour.of(panel));
        tokens.put("hairline", Colour.of(hairline));
        tokens.put("text", Colour.of(text));
        tokens.put("muted", Colour.of(muted));
        tokens.put("accent", Colour.of(accent));
        for (int i = 0; i < series.size(); i++) tokens.put("series-" + (i + 1), this.series.get(i));
        tokens.put("good", Colour.of(good));
        tokens.put("warning", Colour.of(warning));
        tokens.put("bad", Colour.of(bad));
    }

    /** The ground of cards and figures. */
    public Colour background() {
        return tokens.get("background");
    }

    /** The ground of side panels and bars. */
    public Colour panel() {
        return tokens.get("panel");
    }

    /** Borders and grid lines. */
    public Colour hairline() {
        return tokens.get("hairline");
    }

    /** Titles and text. */
    public Colour text() {
        return tokens.get("text");
    }

    /** Labels that stay in the background. */
    public Colour muted() {
        return tokens.get("muted");
    }

    /** What can be clicked or is selected. */
    public Colour accent() {
        return tokens.get("accent");
    }

    /** The light of a good fact. */
    public Colour good() {
        return tokens.get("good");
    }

    /** The light of a fact that deserves attention. */
    public Colour warning() {
        return tokens.get("warning");
    }

    /** The light of a bad fact. */
    public Colour bad() {
        return tokens.get("bad");
    }

    /** The six hues of series, told apart by every common colour vision (after Okabe and Ito, 2008). */
    public List<Colour> series() {
        return series;
    }

    /** Every colour by its name, in the order of the style guide. */
    public Map<String, Colour> tokens() {
        return java.util.Collections.unmodifiableMap(tokens);
    }

    /**
     * The tokens as looked-up colours of a JavaFX style sheet: {@code .root { -separatrix-accent: #0969DA; ... }}.
     */
    public String styleSheet() {
        Stream<String> lines = tokens.entrySet().stream()
                .map(token -> "  -separatrix-" + token.getKey() + ": "
                        + token.getValue().hex() + ";\n");
        return lines.collect(java.util.stream.Collectors.joining("", ".root {\n", "}\n"));
    }
}

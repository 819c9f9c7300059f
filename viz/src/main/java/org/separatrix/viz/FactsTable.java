package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Facts;

/** Named values and lights as a table: names on the left, values on the right. */
final class FactsTable {
    private static final double LEFT = 12;
    private static final double RIGHT = 14;
    private static final double TOP = 8;
    private static final double ROW = 24;
    private static final double WIDEST = 420;
    private static final double NARROWEST = 180;
    private static final double GAP = 28;

    private final Facts facts;
    private final Chart chart;
    private final Theme theme;

    FactsTable(Facts facts, Chart chart) {
        this.facts = facts;
        this.chart = chart;
        theme = chart.look().theme();
    }

    Optional<Layout> draw(Graphics2D g, double width, double height) {
        Pen.prepare(g);
        AffineTransform origin = g.getTransform();
        g.translate(LEFT, TOP);
        double inner = width - LEFT - RIGHT;
        double top = new Heading(facts.title(), "", List.of())
                        .draw(g, inner, 2, 1, theme)
                        .height()
                + 6;
        List<Facts.Fact> rows = chart.main()
                .flatMap(track -> chart.values(facts, track))
                .map(Facts.Values::facts)
                .orElse(List.of());
        int perColumn = (int) Math.max(1, (height - TOP - top) / ROW);
        int columns = Math.clamp(Math.ceilDiv(rows.size(), perColumn), 1, (int) Math.max(1, inner / NARROWEST));
        double column = Math.min(WIDEST, (inner - GAP * (columns - 1)) / columns);
        for (int i = 0; i < Math.min(rows.size(), columns * perColumn); i++) {
            AffineTransform table = g.getTransform();
            g.translate(i / perColumn * (column + GAP), top + i % perColumn * ROW);
            row(g, rows.get(i), column);
            g.setTransform(table);
        }
        g.setTransform(origin);
        return Optional.empty();
    }

    private void row(Graphics2D g, Facts.Fact fact, double width) {
        g.setStroke(Pen.HAIRLINE);
        g.setColor(theme.hairline().awt());
        g.draw(new Line2D.Double(0, 0, width, 0));
        g.setFont(Pen.label());
        g.setColor(theme.muted().awt());
        g.drawString(fact.label(), 0, 16);
        double right = width;
        if (fact.light() != Facts.Light.NONE) {
            g.setColor(light(fact.light()).awt());
            g.fill(new Ellipse2D.Double(right - 8, 8.5, 8, 8));
            right -= 14;
        }
        String words = fact.words().isEmpty() ? Notation.value(fact.value(), 4) : fact.words();
        g.setColor(theme.text().awt());
        g.drawString(words, (float) (right - Pen.width(words, Pen.label())), 16);
    }

    private Colour light(Facts.Light light) {
        return switch (light) {
            case GOOD -> theme.good();
            case WARNING -> theme.warning();
            case BAD -> theme.bad();
            case NONE -> theme.hairline();
        };
    }
}

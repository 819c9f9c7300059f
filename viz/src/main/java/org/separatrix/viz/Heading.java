package org.separatrix.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The row above a plot: title and what the ordinates are on the left, legend on the right. A legend too long for the row
 * takes rows of its own.
 *
 * @param title the title
 * @param note what the ordinates are, "" where the title says it
 * @param legend the entries
 */
record Heading(String title, String note, List<Entry> legend) {
    private static final double ROW = 18;
    private static final double SWATCH = 16;
    private static final double RAMP = 48;
    private static final double GAP = 6;
    private static final double BETWEEN = 14;
    private static final int MOST_ROWS = 3;

    /** Draws the row from the origin on. Returns its height. */
    double draw(Graphics2D g, double width, Theme theme) {
        g.setFont(Pen.title());
        String shown = clipped(title, Pen.title(), width);
        double used = Pen.width(shown, Pen.title());
        g.setColor(theme.text().awt());
        g.drawString(shown, 0, 13);

        g.setFont(Pen.label());
        double legendWidth =
                legend.stream().mapToDouble(Heading::width).sum() + BETWEEN * Math.max(0, legend.size() - 1);
        boolean inRow = used + 2 * BETWEEN + legendWidth <= width;
        double noteWidth = Pen.width(note, Pen.label());
        double room = width - used - (inRow ? legendWidth + 2 * BETWEEN : 0) - 8;
        if (!note.isEmpty() && noteWidth <= room) {
            g.setColor(theme.muted().awt());
            g.drawString(note, (float) (used + 8), 13);
        }
        if (inRow) {
            row(g, legend, width - legendWidth, 0, theme);
            return ROW;
        }
        List<List<Entry>> rows = rows(width);
        for (int i = 0; i < rows.size(); i++) row(g, rows.get(i), 0, ROW * (i + 1), theme);
        return ROW * (1 + rows.size());
    }

    private List<List<Entry>> rows(double width) {
        var rows = new ArrayList<List<Entry>>();
        double x = Double.POSITIVE_INFINITY;
        for (Entry entry : legend) {
            double needed = width(entry);
            if (x + needed > width) {
                if (rows.size() == MOST_ROWS) break;
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(entry);
            x += needed + BETWEEN;
        }
        return rows;
    }

    private static double width(Entry entry) {
        return swatch(entry) + GAP + Pen.width(entry.label(), Pen.label());
    }

    private static double swatch(Entry entry) {
        return switch (entry.sign()) {
            case LINE, DASHES -> SWATCH;
            case BLOCK -> 10;
            case DOT -> 7;
            case RAMP -> RAMP;
        };
    }

    private static void row(Graphics2D g, List<Entry> entries, double left, double top, Theme theme) {
        double x = left;
        for (Entry entry : entries) {
            sign(g, entry, x, top + 9);
            g.setColor(theme.muted().awt());
            g.drawString(entry.label(), (float) (x + swatch(entry) + GAP), (float) (top + 13));
            x += width(entry) + BETWEEN;
        }
    }

    private static void sign(Graphics2D g, Entry entry, double x, double y) {
        g.setColor(entry.colour().apply(0).awt(entry.opacity()));
        double width = swatch(entry);
        switch (entry.sign()) {
            case LINE -> {
                g.setStroke(Pen.SIMULATION);
                g.draw(new Line2D.Double(x + 1, y, x + width - 1, y));
            }
            case DASHES -> {
                g.setStroke(Pen.THEORY);
                g.draw(new Line2D.Double(x, y, x + width, y));
            }
            case BLOCK -> g.fill(new Rectangle2D.Double(x, y - 5, width, 10));
            case DOT -> g.fill(new Ellipse2D.Double(x, y - 3.5, 7, 7));
            case RAMP -> {
                for (double at = 0; at < width; at++) {
                    g.setColor(entry.colour().apply(at / (width - 1)).awt());
                    g.fill(new Rectangle2D.Double(x + at, y - 3, 1.2, 6));
                }
            }
        }
    }

    private static String clipped(String text, Font font, double width) {
        if (Pen.width(text, font) <= width) return text;
        int length = text.length();
        while (length > 1 && Pen.width(text.substring(0, length) + "…", font) > width) length--;
        return text.substring(0, length).strip() + "…";
    }
}

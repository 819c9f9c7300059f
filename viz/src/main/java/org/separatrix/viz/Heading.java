package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The row above a plot: title and what the ordinates are on the left, legend on the right. A title too long for the row is
 * folded, and a legend too long for it takes rows of its own.
 *
 * @param title the title
 * @param note what the ordinates are, "" where the title says it
 * @param legend the entries
 */
record Heading(String title, String note, List<Entry> legend) {
    private static final double ROW = 18;
    private static final double SWATCH = 16;
    private static final double RAMP = 48;
    private static final double BLOCK = 10;
    private static final double GAP = 6;
    private static final double BETWEEN = 14;

    /** The opacity of the name of what is not shown. */
    private static final double HIDDEN = 0.5;

    /**
     * What drawing has come to.
     *
     * @param height the height taken
     * @param spots where the parts are named
     */
    record Placed(double height, List<Spot> spots) {}

    /**
     * Draws from the origin on.
     *
     * @param lines the most rows that the title may take
     * @param most the most rows that the legend may take for itself
     * @return the height taken, and where the parts are named
     */
    Placed draw(Graphics2D g, double width, int lines, int most, Theme theme) {
        g.setFont(Pen.title());
        List<String> titles = Pen.folded(title, Pen.title(), width, lines);
        double used = Pen.width(titles.getLast(), Pen.title());
        double top = ROW * (titles.size() - 1);
        g.setColor(theme.text().awt());
        for (int i = 0; i < titles.size(); i++) g.drawString(titles.get(i), 0, (float) (ROW * i + 13));

        g.setFont(Pen.label());
        double legendWidth = length(legend);
        boolean inRow = used + 2 * BETWEEN + legendWidth <= width;
        double noteWidth = Pen.width(note, Pen.label());
        double room = width - used - (inRow ? legendWidth + 2 * BETWEEN : 0) - 8;
        if (!note.isEmpty() && noteWidth <= room) {
            g.setColor(theme.muted().awt());
            g.drawString(note, (float) (used + 8), (float) (top + 13));
        }
        if (inRow) {
            return new Placed(top + ROW, row(g, legend, width - legendWidth, top, theme));
        }
        List<List<Entry>> rows = rows(width, most);
        var spots = new ArrayList<Spot>();
        for (int i = 0; i < rows.size(); i++) spots.addAll(row(g, rows.get(i), 0, top + ROW * (i + 1), theme));
        return new Placed(top + ROW * (1 + rows.size()), spots);
    }

    private List<List<Entry>> rows(double width, int most) {
        var rows = new ArrayList<List<Entry>>();
        double x = Double.POSITIVE_INFINITY;
        for (Entry entry : legend) {
            double needed = width(entry);
            if (x + needed > width) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(entry);
            x += needed + BETWEEN;
        }
        return rows.size() <= most ? rows : shortened(rows.subList(0, most), width);
    }

    /** As many entries as there is room for, and how many there are besides. */
    private List<List<Entry>> shortened(List<List<Entry>> kept, double width) {
        List<Entry> last = kept.getLast();
        Entry rest;
        do {
            last.removeLast();
            int shown = kept.stream().mapToInt(List::size).sum();
            rest = Entry.of("and " + (legend.size() - shown) + " more", Entry.Sign.NOTHING, (Colour) null);
        } while (!last.isEmpty() && length(last) + BETWEEN + width(rest) > width);
        last.add(rest);
        return kept;
    }

    private static double length(List<Entry> entries) {
        return entries.stream().mapToDouble(Heading::width).sum() + BETWEEN * Math.max(0, entries.size() - 1);
    }

    private static double width(Entry entry) {
        return lead(entry) + Pen.width(entry.label(), Pen.label());
    }

    /** Where the label begins. */
    private static double lead(Entry entry) {
        return entry.sign() == Entry.Sign.NOTHING ? 0 : swatch(entry) + GAP;
    }

    private static double swatch(Entry entry) {
        return switch (entry.sign()) {
            case LINE, DASHES, DASH_DOTS, DOTS -> SWATCH;
            case BLOCK, HATCH -> BLOCK;
            case DOT -> 7;
            case RAMP -> RAMP;
            case NOTHING -> 0;
        };
    }

    private static List<Spot> row(Graphics2D g, List<Entry> entries, double left, double top, Theme theme) {
        var spots = new ArrayList<Spot>();
        double x = left;
        for (Entry entry : entries) {
            if (entry.sign() != Entry.Sign.NOTHING) sign(g, entry, x, top + 9);
            g.setColor(theme.muted().awt(entry.shown() ? 1 : HIDDEN));
            g.drawString(entry.label(), (float) (x + lead(entry)), (float) (top + 13));
            double from = x;
            entry.part()
                    .ifPresent(part ->
                            spots.add(new Spot(part, entry.label(), entry.shown(), from, top, width(entry), ROW)));
            x += width(entry) + BETWEEN;
        }
        return spots;
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
            case DASH_DOTS -> {
                g.setStroke(Pen.DASH_DOTS);
                g.draw(new Line2D.Double(x, y, x + width, y));
            }
            case DOTS -> {
                g.setStroke(Pen.EVENT);
                g.draw(new Line2D.Double(x, y, x + width, y));
            }
            case BLOCK -> g.fill(new Rectangle2D.Double(x, y - BLOCK / 2, BLOCK, BLOCK));
            case HATCH -> hatch(g, x, y - BLOCK / 2);
            case DOT -> g.fill(new Ellipse2D.Double(x, y - 3.5, 7, 7));
            case RAMP -> {
                for (double at = 0; at < width; at++) {
                    g.setColor(entry.colour().apply(at / (width - 1)).awt());
                    g.fill(new Rectangle2D.Double(x + at, y - 3, 1.2, 6));
                }
            }
            case NOTHING -> throw new IllegalArgumentException("nothing to draw");
        }
    }

    private static void hatch(Graphics2D g, double left, double top) {
        g.setStroke(Pen.HAIRLINE);
        g.draw(new Rectangle2D.Double(left, top, BLOCK, BLOCK));
        for (double at = BLOCK / 2; at < 2 * BLOCK; at += BLOCK / 2) {
            double near = Math.min(at, BLOCK);
            double far = at - near;
            g.draw(new Line2D.Double(left + far, top + near, left + near, top + far));
        }
    }
}

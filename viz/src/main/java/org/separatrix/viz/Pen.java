package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** The strokes, sizes and hints that all pictures share. */
final class Pen {
    static final BasicStroke SIMULATION = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke THEORY =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5, 4}, 0);
    static final BasicStroke DASH_DOTS =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {7, 3, 2, 3}, 0);
    static final BasicStroke GHOST = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke HAIRLINE = new BasicStroke(1f);
    static final BasicStroke EVENT =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {1.5f, 3}, 0);

    private static final double TITLE_SIZE = 13;
    private static final double LABEL_SIZE = 11;
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private Pen() {}

    static Font title() {
        return Typeface.TITLE.awt(TITLE_SIZE);
    }

    static Font label() {
        return Typeface.SANS.awt(LABEL_SIZE);
    }

    /** The width of a text, in pixels at scale 1. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    /** As much of a text as there is room for. */
    static String clipped(String text, Font font, double width) {
        if (width(text, font) <= width) return text;
        int length = text.length();
        while (length > 1 && width(text.substring(0, length) + "…", font) > width) length--;
        return text.substring(0, length).strip() + "…";
    }

    /** A text in the lines it needs, broken between words. Where it needs more than it may have, the last is clipped. */
    static List<String> folded(String text, Font font, double width, int most) {
        int end = text.lastIndexOf(' ');
        while (end > 0 && width(text.substring(0, end), font) > width) end = text.lastIndexOf(' ', end - 1);
        if (most == 1 || end < 0 || width(text, font) <= width) return List.of(clipped(text, font, width));
        var lines = new ArrayList<>(List.of(text.substring(0, end)));
        lines.addAll(folded(text.substring(end + 1), font, width, most - 1));
        return lines;
    }

    /** The opacity of what a run is to the one looked at. */
    static double opacity(Track.Role role) {
        return switch (role) {
            case MAIN -> 1;
            case PINNED -> 0.5;
            case GHOST -> 0.28;
        };
    }

    static void prepare(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** A text that stays legible over curves: it stands on a halo of the ground's colour. */
    static void haloed(Graphics2D g, String text, double x, double y, Colour colour, Theme theme) {
        Shape outline =
                g.getFont().createGlyphVector(g.getFontRenderContext(), text).getOutline((float) x, (float) y);
        g.setColor(theme.background().awt(0.85));
        g.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.setColor(colour.awt());
        g.drawString(text, (float) x, (float) y);
    }
}

package org.separatrix.viz;

import java.awt.Graphics2D;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A typeset formula. Needs no display. */
public final class Equation implements Picture {
    private static final Object TYPESETTER = new Object();

    private record Version(String latex, double size, Colour colour) {}

    private final Version version;
    private final TeXIcon icon;

    private Equation(Version version, TeXIcon icon) {
        this.version = version;
        this.icon = icon;
    }

    /**
     * Typesets a formula. Takes some milliseconds, the first time far more: not for the JavaFX thread.
     *
     * @param latex in LaTeX, without dollars
     * @param size of the letters, in pixels at scale 1
     * @param colour of the letters
     * @throws IllegalArgumentException where the formula cannot be understood
     */
    public static Equation of(String latex, double size, Colour colour) {
        // JLaTeXMath keeps its fonts and commands in static tables without locks.
        synchronized (TYPESETTER) {
            try {
                TeXIcon icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, (float) size);
                icon.setForeground(colour.awt());
                return new Equation(new Version(latex, size, colour), icon);
            } catch (ParseException e) {
                throw new IllegalArgumentException("the formula " + latex + " cannot be typeset: " + e.getMessage(), e);
            }
        }
    }

    /** The width it takes, in pixels at scale 1. */
    public int width() {
        return icon.getIconWidth();
    }

    /** The height it takes, in pixels at scale 1. */
    public int height() {
        return icon.getIconHeight();
    }

    /** How far the base line lies below the top, in pixels at scale 1. */
    public double baseline() {
        return icon.getIconHeight() * icon.getBaseLine();
    }

    /** Draws the formula at the left, centred from top to bottom; one that is too wide is made smaller. */
    @Override
    public Optional<Layout> draw(Graphics2D g, double width, double height) {
        Pen.prepare(g);
        double scale = Math.min(1, Math.min(width / width(), height / height()));
        var copy = (Graphics2D) g.create();
        copy.translate(0, (height - scale * height()) / 2);
        copy.scale(scale, scale);
        synchronized (TYPESETTER) {
            icon.paintIcon(null, copy, 0, 0);
        }
        copy.dispose();
        return Optional.empty();
    }

    @Override
    public Object version() {
        return version;
    }
}

package org.separatrix.viz;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;

/**
 * A picture whose words and strokes are larger than usual: drawn for less room and brought to the size asked for.
 *
 * @param picture what is drawn
 * @param factor how many times larger
 */
public record Enlarged(Picture picture, double factor) implements Picture {
    public Enlarged {
        if (!(factor > 0)) throw new IllegalArgumentException("a picture enlarged " + factor + " times");
    }

    @Override
    public Optional<Layout> draw(Graphics2D g, double width, double height) {
        g.scale(factor, factor);
        return picture.draw(g, width / factor, height / factor).map(layout -> layout.enlarged(factor));
    }

    @Override
    public Object version() {
        return List.of(picture.version(), factor);
    }
}

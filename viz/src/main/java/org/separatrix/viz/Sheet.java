package org.separatrix.viz;

import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Scale;

/**
 * What a chart consists of, before it has a size.
 *
 * @param heading the row above
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param colours what colours mean, if they stand for numbers: an axis on the right, unless the picture is in space
 * @param layers what is painted in the plot, lowest first
 * @param isometric whether a unit is as long across as along: then the plot leaves room free beside or above it
 * @param empty the words in the middle of a chart that has nothing to show, "" where it has
 */
record Sheet(
        Heading heading,
        Scaling x,
        Scaling y,
        Optional<ColourKey> colours,
        List<Layer> layers,
        boolean isometric,
        String empty) {
    /**
     * An axis.
     *
     * @param label what stands beside it, "" for nothing
     * @param span its visible part
     * @param ticks its labels
     * @param grid whether each label has a line across the plot
     * @param freedom what may be done with it
     */
    record Scaling(String label, Span span, Ticks ticks, boolean grid, Freedom freedom) {
        /** An axis with round labels. */
        static Scaling of(String label, Span span, Freedom freedom) {
            return new Scaling(label, span, Ticks::standard, true, freedom);
        }
    }

    /** The numbers that colours stand for. */
    record ColourKey(Span span, ColourMap map) {}

    Sheet {
        layers = List.copyOf(layers);
    }

    /** A plane chart with something to show. */
    static Sheet of(Heading heading, Scaling x, Scaling y, List<Layer> layers) {
        return new Sheet(heading, x, y, Optional.empty(), layers, false, "");
    }

    /** A plane chart with colours that stand for numbers. */
    static Sheet of(Heading heading, Scaling x, Scaling y, ColourKey colours, List<Layer> layers) {
        return new Sheet(heading, x, y, Optional.of(colours), layers, false, "");
    }

    /** A plane chart on whose linear axes a unit is as long across as along. */
    static Sheet isometric(Heading heading, Scaling x, Scaling y, List<Layer> layers) {
        return new Sheet(heading, x, y, Optional.empty(), layers, true, "");
    }

    /** A picture in space, which its layers project themselves. */
    static Sheet inSpace(Heading heading, Optional<ColourKey> colours, List<Layer> layers) {
        var shares = new Span(0, 1, Scale.LINEAR);
        var scaling = new Scaling("", shares, (_, _) -> List.of(), false, Freedom.TURN);
        return new Sheet(heading, scaling, scaling, colours, layers, false, "");
    }

    /** A chart that has nothing to show yet: its axes have names, but no numbers. */
    static Sheet empty(Heading heading, String across) {
        var axis = new Span(0, 1, Scale.LINEAR);
        Ticks none = (_, _) -> List.of();
        return new Sheet(
                heading,
                new Scaling(across, axis, none, false, Freedom.FIXED),
                new Scaling("", axis, none, false, Freedom.FIXED),
                Optional.empty(),
                List.of(),
                false,
                "no data yet");
    }
}

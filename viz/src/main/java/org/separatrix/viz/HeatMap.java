package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.separatrix.lab.Field;
import org.separatrix.lab.Scale;

/**
 * A grid of values as flat cells of colour. Cells meet half-way between grid points, on axes of any spacing.
 *
 * @param values the grid
 * @param x an axis that shows all columns
 * @param y an axis that shows all rows
 * @param key what the colours mean
 */
record HeatMap(Field.Values values, Span x, Span y, Sheet.ColourKey key) implements Layer {
    /** The map of a grid. */
    static HeatMap of(Field.Values values, Scale scaleX, Scale scaleY, Scale scaleValue, Look look) {
        return new HeatMap(
                values,
                covering(values.x(), scaleX),
                covering(values.y(), scaleY),
                key(List.of(values), scaleValue, look));
    }

    /**
     * The colours of some grids; where none are given, signed values get the diverging ones, others the sequential ones.
     */
    static Sheet.ColourKey key(List<Field.Values> grids, Scale scale, Look look) {
        var extent = new Extent();
        for (Field.Values grid : grids) extent.include(grid.value());
        boolean signed = scale == Scale.LINEAR && extent.min() < 0 && extent.max() > 0;
        ColourMap map = look.colours()
                .orElse(signed ? ColourMap.VIK : ColourMap.VIRIDIS)
                .on(look.theme());
        return new Sheet.ColourKey(look.locked(scale).orElseGet(() -> range(extent, scale, map)), map);
    }

    private static Span range(Extent extent, Scale scale, ColourMap map) {
        if (scale == Scale.LOG || extent.empty() || extent.min() == extent.max()) return extent.values(scale);
        if (!map.diverging()) return new Span(extent.min(), extent.max(), scale);
        double most = Math.max(-extent.min(), extent.max());
        return new Span(-most, most, scale);
    }

    private static Span covering(double[] points, Scale scale) {
        if (points.length == 1) {
            double half = points[0] == 0 ? 0.5 : Math.abs(points[0]) / 2;
            return new Span(points[0] - half, points[0] + half, scale);
        }
        int last = points.length - 1;
        if (scale == Scale.LOG)
            return new Span(
                    points[0] * Math.sqrt(points[0] / points[1]),
                    points[last] * Math.sqrt(points[last] / points[last - 1]),
                    scale);
        return new Span(
                points[0] - (points[1] - points[0]) / 2, points[last] + (points[last] - points[last - 1]) / 2, scale);
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        paint(g, plane, values, cell -> colour(values.value()[cell]));
    }

    /**
     * Paints a grid pixel by pixel of the device, so that cells have sharp edges.
     *
     * @param colour the colour of a cell, by its index in the grid
     */
    static void paint(Graphics2D g, Plane plane, Field.Values values, IntUnaryOperator colour) {
        AffineTransform device = g.getTransform();
        int left = (int) Math.round(plane.left() * device.getScaleX() + device.getTranslateX());
        int top = (int) Math.round(plane.top() * device.getScaleY() + device.getTranslateY());
        int width = (int) Math.round(plane.width() * device.getScaleX());
        int height = (int) Math.round(plane.height() * device.getScaleY());
        int[] columns = cells(values.x(), plane.x(), width);
        int[] rows = cells(values.y(), plane.y(), height);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] line = new int[width];
        int painted = -1;
        for (int i = 0; i < height; i++) {
            int row = rows[height - 1 - i];
            for (int j = 0; j < width && row != painted; j++)
                line[j] = row < 0 || columns[j] < 0 ? 0 : colour.applyAsInt(row * values.x().length + columns[j]);
            painted = row;
            image.getRaster().setDataElements(0, i, width, 1, line);
        }
        g.setTransform(new AffineTransform());
        g.drawImage(image, left, top, null);
        g.setTransform(device);
    }

    private int colour(double value) {
        if (Double.isNaN(value)) return 0;
        double share = key.span().share(value);
        return 0xFF000000 | key.map().rgb(Double.isNaN(share) ? 0 : share);
    }

    /** The index of the grid point in whose cell a value lies; −1 outside the grid. */
    static int cell(double[] points, Scale scale, double value) {
        Span grid = covering(points, scale);
        return grid.contains(value) ? cell(points, grid, value, 0) : -1;
    }

    private static int[] cells(double[] points, Span span, int pixels) {
        Span grid = covering(points, span.scale());
        int[] cells = new int[pixels];
        int index = 0;
        for (int i = 0; i < pixels; i++) {
            double value = span.at((i + 0.5) / pixels);
            index = cell(points, grid, value, index);
            cells[i] = grid.contains(value) ? index : -1;
        }
        return cells;
    }

    /** The index of the grid point nearest to a value on the axis, not before a given one. */
    private static int cell(double[] points, Span grid, double value, int from) {
        double share = 2 * grid.share(value);
        int index = from;
        while (index + 1 < points.length && share > grid.share(points[index]) + grid.share(points[index + 1])) index++;
        return index;
    }
}

package org.separatrix.viz;

/**
 * One surface pixel by pixel, hidden parts removed by a depth buffer: each pixel holds what is nearest to the eye. Every
 * pixel of the picture is {@link #FINE} by {@link #FINE} pixels here, so that edges come out smooth.
 */
final class DepthImage {
    /** Pixels of a buffer along one of the picture. */
    static final int FINE = 2;

    private final Raster frame;
    private final int width;
    private final int height;

    /** The reciprocal of the distance from the eye; 0 where nothing is. */
    private final float[] nearness;

    /** Opaque colours; 0 where nothing is. */
    private final int[] colour;

    /** Between which two lines of equal height. */
    private final byte[] band;

    /** @param frame the part of the picture that is drawn */
    DepthImage(Raster frame) {
        this.frame = frame;
        width = frame.width() * FINE;
        height = frame.height() * FINE;
        nearness = new float[width * height];
        colour = new int[width * height];
        band = new byte[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int colour(int pixel) {
        return colour[pixel];
    }

    float nearness(int pixel) {
        return nearness[pixel];
    }

    /** Whether a line of equal height goes between a pixel and the one below or right of it. */
    boolean line(int pixel) {
        return differs(pixel, pixel + 1) || differs(pixel, pixel + width);
    }

    private boolean differs(int pixel, int other) {
        return other < band.length && band[other] != band[pixel] && colour[other] != 0;
    }

    /** Whether a point of the picture is nearer to the eye than all that is drawn, or as near up to a margin. */
    boolean shows(Space.Point point, double margin) {
        int column = (int) Math.floor(frame.column(point.x()) * FINE);
        int row = (int) Math.floor(frame.row(point.y()) * FINE);
        if (column < 0 || column >= width || row < 0 || row >= height) return true;
        return point.nearness() * (1 + margin) >= nearness[row * width + column];
    }

    /** Draws a surface. What is higher than the box is cut off. */
    void draw(Mesh mesh, Shades shades) {
        float[] x = new float[mesh.x.length];
        float[] y = new float[mesh.y.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = (float) (frame.column(mesh.x[k]) * FINE);
            y[k] = (float) (frame.row(mesh.y[k]) * FINE);
        }
        var filler = new Filler(mesh, x, y, shades);
        for (int i = 0; i + 1 < mesh.rows; i++) {
            for (int j = 0; j + 1 < mesh.columns; j++) {
                int a = i * mesh.columns + j;
                int b = a + 1;
                int c = a + mesh.columns;
                int d = c + 1;
                // Of the two ways to halve a cell, the one along the lesser change of height has no false ridges.
                if (Math.abs(mesh.height[a] - mesh.height[d]) <= Math.abs(mesh.height[b] - mesh.height[c])) {
                    filler.triangle(a, b, d);
                    filler.triangle(a, d, c);
                } else {
                    filler.triangle(a, b, c);
                    filler.triangle(b, d, c);
                }
            }
        }
    }

    /** Fills triangles row by row; what belongs to grid points varies linearly between them. */
    private final class Filler {
        private final Mesh mesh;
        private final float[] x;
        private final float[] y;
        private final Shades shades;
        private float from;
        private float to;

        Filler(Mesh mesh, float[] x, float[] y, Shades shades) {
            this.mesh = mesh;
            this.x = x;
            this.y = y;
            this.shades = shades;
        }

        void triangle(int a, int b, int c) {
            float sum = mesh.height[a] + mesh.height[b] + mesh.height[c];
            if (Float.isNaN(sum)) return;
            if (mesh.height[a] > 1 && mesh.height[b] > 1 && mesh.height[c] > 1) return;
            float dx1 = x[b] - x[a];
            float dy1 = y[b] - y[a];
            float dx2 = x[c] - x[a];
            float dy2 = y[c] - y[a];
            float area = dx1 * dy2 - dx2 * dy1;
            if (area == 0) return;
            int first = Math.max(0, (int) Math.ceil(Math.min(y[a], Math.min(y[b], y[c])) - 0.5f));
            int last = Math.min(height - 1, (int) Math.ceil(Math.max(y[a], Math.max(y[b], y[c])) - 0.5f) - 1);
            float[] near = mesh.nearness;
            float[] high = mesh.height;
            float[] lit = mesh.light;
            float nearX = ((near[b] - near[a]) * dy2 - (near[c] - near[a]) * dy1) / area;
            float nearY = ((near[c] - near[a]) * dx1 - (near[b] - near[a]) * dx2) / area;
            float highX = ((high[b] - high[a]) * dy2 - (high[c] - high[a]) * dy1) / area;
            float highY = ((high[c] - high[a]) * dx1 - (high[b] - high[a]) * dx2) / area;
            float litX = ((lit[b] - lit[a]) * dy2 - (lit[c] - lit[a]) * dy1) / area;
            float litY = ((lit[c] - lit[a]) * dx1 - (lit[b] - lit[a]) * dx2) / area;
            for (int row = first; row <= last; row++) {
                float middle = row + 0.5f;
                from = Float.POSITIVE_INFINITY;
                to = Float.NEGATIVE_INFINITY;
                cross(a, b, middle);
                cross(b, c, middle);
                cross(c, a, middle);
                int start = Math.max(0, (int) Math.ceil(from - 0.5f));
                int end = Math.min(width - 1, (int) Math.ceil(to - 0.5f) - 1);
                float right = start + 0.5f - x[a];
                float down = middle - y[a];
                float n = near[a] + right * nearX + down * nearY;
                float h = high[a] + right * highX + down * highY;
                float l = lit[a] + right * litX + down * litY;
                for (int pixel = row * width + start; pixel <= row * width + end; pixel++) {
                    if (n > nearness[pixel] && h <= 1) {
                        nearness[pixel] = n;
                        colour[pixel] = shades.colour(h, l);
                        band[pixel] = shades.band(h);
                    }
                    n += nearX;
                    h += highX;
                    l += litX;
                }
            }
        }

        /** Where an edge crosses the middle of a row: the same to the last bit for both triangles at the edge. */
        private void cross(int a, int b, float middle) {
            int low = y[a] < y[b] || y[a] == y[b] && a < b ? a : b;
            int high = low == a ? b : a;
            if (middle < y[low] || middle >= y[high]) return;
            float at = x[low] + (middle - y[low]) * (x[high] - x[low]) / (y[high] - y[low]);
            from = Math.min(from, at);
            to = Math.max(to, at);
        }
    }
}

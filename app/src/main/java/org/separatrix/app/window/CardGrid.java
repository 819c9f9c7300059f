package org.separatrix.app.window;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Cards that share a space in rows of equal height, as close as can be to the shape that suits a chart; the cards of a
 * row that is not full grow to fill it. No card gets less room than it needs at least: rather than that, there are more
 * rows than there is height for.
 */
final class CardGrid extends Region {
    private static final double GAP = 8;
    private static final double GOOD_SHAPE = 1.3;

    CardGrid() {
        getStyleClass().add("card-grid");
    }

    /** Puts cards in place of those before. */
    void show(List<? extends Node> cards) {
        if (!getChildren().equals(cards)) getChildren().setAll(cards);
    }

    @Override
    protected void layoutChildren() {
        List<Node> cards = getManagedChildren();
        if (cards.isEmpty()) return;
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        int columns = Math.min(columns(cards.size(), width, height), most(width));
        int rows = Math.ceilDiv(cards.size(), columns);
        for (int i = 0; i < cards.size(); i++) {
            int row = i / columns;
            int inRow = Math.min(columns, cards.size() - row * columns);
            double x0 = edge(left, width, i % columns, inRow);
            double x1 = edge(left, width, i % columns + 1, inRow);
            double y0 = edge(top, height, row, rows);
            double y1 = edge(top, height, row + 1, rows);
            cards.get(i).resizeRelocate(x0, y0, Math.max(0, x1 - x0 - GAP), Math.max(0, y1 - y0 - GAP));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        List<Node> cards = getManagedChildren();
        double inside = width - snappedLeftInset() - snappedRightInset();
        int rows = Math.ceilDiv(cards.size(), most(inside));
        double highest =
                cards.stream().mapToDouble(card -> card.minHeight(-1)).max().orElse(0);
        return snappedTopInset() + snappedBottomInset() + rows * (highest + GAP) - GAP;
    }

    /** The most columns that leave every card the width it needs at least. */
    private int most(double width) {
        double widest = getManagedChildren().stream()
                .mapToDouble(card -> card.minWidth(-1))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.floor((width + GAP) / (widest + GAP)));
    }

    /** The beginning of a cell; cells and gaps lie on whole pixels. */
    private static double edge(double from, double length, int index, int count) {
        return from + Math.round((length + GAP) * index / count);
    }

    /** The number of columns that gives the shape nearest to a good one. */
    static int columns(int count, double width, double height) {
        int best = 1;
        for (int columns = 2; columns <= count; columns++) {
            if (strain(count, columns, width, height) < strain(count, best, width, height)) best = columns;
        }
        return best;
    }

    /** How far the worst card is from a good shape. */
    private static double strain(int count, int columns, double width, double height) {
        int rows = Math.ceilDiv(count, columns);
        double strain = 0;
        for (int i = 0; i < count; i++) {
            int inRow = Math.min(columns, count - i / columns * columns);
            double shape = width / inRow / (height / rows);
            strain = Math.max(strain, Math.abs(Math.log(shape / GOOD_SHAPE)));
        }
        return strain;
    }
}

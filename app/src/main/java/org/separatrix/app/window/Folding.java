package org.separatrix.app.window;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Parts side by side; where there is no room for that, one below the other, each as wide as there is. */
class Folding extends HBox {
    Folding(Node... parts) {
        super(parts);
    }

    private boolean folded(double width) {
        return width >= 0 && width < super.computeMinWidth(-1);
    }

    private double beside() {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return beside()
                + getManagedChildren().stream()
                        .mapToDouble(part -> part.minWidth(-1))
                        .max()
                        .orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return folded(width) ? stacked(width) : super.computeMinHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return folded(width) ? stacked(width) : super.computePrefHeight(width);
    }

    private double stacked(double width) {
        List<Node> parts = getManagedChildren();
        return snappedTopInset()
                + snappedBottomInset()
                + parts.stream()
                        .mapToDouble(part -> snapSizeY(part.prefHeight(width - beside())))
                        .sum()
                + getSpacing() * Math.max(0, parts.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        if (!folded(getWidth())) {
            super.layoutChildren();
            return;
        }
        double width = getWidth() - beside();
        double top = snappedTopInset();
        for (Node part : getManagedChildren()) {
            double height = snapSizeY(part.prefHeight(width));
            part.resizeRelocate(snappedLeftInset(), top, width, height);
            top += height + getSpacing();
        }
    }
}

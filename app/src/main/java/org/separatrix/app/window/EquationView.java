package org.separatrix.app.window;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.separatrix.viz.Equation;
import org.separatrix.viz.screen.PictureView;
import org.separatrix.viz.screen.Rasteriser;

/** A formula in the window, typeset in the background; where it gets less room than it needs, it is made smaller. */
final class EquationView extends Region {
    /** A formula that would be made smaller than this could not be read, and is not shown. */
    private static final double LEAST = 0.6;

    private final Background background;
    private final PictureView picture;
    private final String latex;
    private final double size;
    private double width;
    private double height;
    private double baseline;

    /**
     * A view of a formula.
     *
     * @param latex in LaTeX, without dollars
     * @param size of the letters, in pixels where text has its usual size
     */
    EquationView(Rasteriser rasteriser, Background background, String latex, double size, Dress dress) {
        this.background = background;
        this.latex = latex;
        this.size = size;
        picture = new PictureView(rasteriser);
        getStyleClass().add("equation");
        setAccessibleText(latex);
        getChildren().setAll(picture);
        dress(dress);
    }

    /** Takes the colours and the size of text of the window. */
    void dress(Dress dress) {
        background.compute(
                () -> Equation.of(latex, size * dress.text(), dress.theme().text()), this::show, _ -> showSource());
    }

    private void show(Equation equation) {
        width = equation.width();
        height = equation.height();
        baseline = equation.baseline();
        picture.show(equation);
        requestLayout();
    }

    /** A formula that cannot be typeset is shown as it is written. */
    private void showSource() {
        var source = new Label(latex);
        source.getStyleClass().add("number");
        getChildren().setAll(source);
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return prefWidth(forHeight);
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return prefHeight(forWidth);
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return width;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return height;
    }

    @Override
    protected double computeMaxWidth(double forHeight) {
        return prefWidth(forHeight);
    }

    @Override
    protected double computeMaxHeight(double forWidth) {
        return prefHeight(forWidth);
    }

    @Override
    public double getBaselineOffset() {
        return baseline;
    }

    @Override
    protected void layoutChildren() {
        picture.setVisible(getWidth() >= LEAST * width);
        getManagedChildren()
                .forEach(child -> layoutInArea(
                        child,
                        0,
                        0,
                        getWidth(),
                        getHeight(),
                        0,
                        javafx.geometry.HPos.LEFT,
                        javafx.geometry.VPos.CENTER));
    }
}

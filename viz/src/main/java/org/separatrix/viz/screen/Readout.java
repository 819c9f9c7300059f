package org.separatrix.viz.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.separatrix.viz.Colour;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Probe;
import org.separatrix.viz.Reading;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Typeface;

/** What a cross-hair shows: a line at what is read, a point on each curve, and a small table of the values. */
final class Readout extends Pane {
    private static final int MOST = 10;
    private static final double SIZE = 11;
    private static final double AWAY = 14;
    private static final double RADIUS = 3.5;

    private final Line hair = new Line();
    private final Pane points = new Pane();
    private final GridPane table = new GridPane(10, 3);
    private Probe shown = new Probe(0, List.of());
    private double text = 1;

    Readout() {
        setMouseTransparent(true);
        setVisible(false);
        hair.setStrokeWidth(1);
        getChildren().addAll(hair, points, table);
    }

    /** Sets the size of text, as a multiple of the usual one. */
    void resize(double multiple) {
        text = multiple;
    }

    /**
     * Shows what is read.
     *
     * @param y where the table stands, in pixels
     */
    void show(Probe probe, Plane plane, double y, Theme theme) {
        shown = probe;
        setVisible(true);
        double x = Math.clamp(plane.pixelX(probe.x()), plane.left(), plane.right());
        double line = Math.rint(x) + 0.5;
        hair.setStroke(Color.web(theme.muted().hex(), 0.7));
        hair.setStartX(line);
        hair.setEndX(line);
        hair.setStartY(plane.top());
        hair.setEndY(plane.bottom());
        points.getChildren().setAll(points(probe, plane, x, theme));
        table.setStyle(
                "-fx-background-color: %s; -fx-background-radius: 6; -fx-border-color: %s; -fx-border-radius: 6; -fx-padding: 6 8 6 8;"
                        .formatted(theme.panel().hex(), theme.hairline().hex()));
        table.getChildren().clear();
        List<Reading> readings = probe.readings();
        for (int i = 0; i < Math.min(MOST, readings.size()); i++) row(i, readings.get(i), theme);
        if (readings.size() > MOST)
            table.add(text("and " + (readings.size() - MOST) + " more", theme.muted(), Typeface.SANS), 1, MOST, 3, 1);
        table.autosize();
        boolean right = x + AWAY + table.getWidth() <= getWidth();
        table.relocate(
                Math.max(0, right ? x + AWAY : x - AWAY - table.getWidth()),
                Math.clamp(y - table.getHeight() / 2, 0, Math.max(0, getHeight() - table.getHeight())));
    }

    /** What is read, in words. */
    String words() {
        return shown.readings().stream()
                .map(reading -> reading.label() + " " + reading.value()
                        + (reading.theory().isEmpty() ? "" : ", theory " + reading.theory()))
                .collect(Collectors.joining("; "));
    }

    private static List<Circle> points(Probe probe, Plane plane, double x, Theme theme) {
        var circles = new ArrayList<Circle>();
        for (Reading reading : probe.readings()) {
            Color hue = Color.web(reading.colour().hex());
            Color ground = Color.web(theme.background().hex());
            if (plane.y().contains(reading.exact())) circles.add(circle(x, plane.pixelY(reading.exact()), ground, hue));
            if (plane.y().contains(reading.ordinate()))
                circles.add(circle(x, plane.pixelY(reading.ordinate()), hue, ground));
        }
        return circles;
    }

    private static Circle circle(double x, double y, Color fill, Color rim) {
        var circle = new Circle(x, y, RADIUS, fill);
        circle.setStroke(rim);
        circle.setStrokeWidth(1.5);
        return circle;
    }

    private void row(int row, Reading reading, Theme theme) {
        var sign = new Rectangle(10, 3, Color.web(reading.colour().hex()));
        table.addRow(row, sign, text(reading.label(), theme.muted(), Typeface.SANS), number(reading.value(), theme));
        if (reading.theory().isEmpty()) return;
        table.addRow(row, text("theory", theme.muted(), Typeface.SANS), number(reading.theory(), theme));
    }

    private Text number(String words, Theme theme) {
        Text number = text(words, theme.text(), Typeface.MONO);
        GridPane.setHalignment(number, HPos.RIGHT);
        return number;
    }

    private Text text(String words, Colour colour, Typeface face) {
        var written = new Text(words);
        written.setFont(Font.font(face.family(), SIZE * text));
        written.setFill(Color.web(colour.hex()));
        return written;
    }
}

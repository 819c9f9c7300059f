package org.separatrix.viz.screen;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Reading;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Typeface;

/** A hair line at the pointer and a small table of what is read there. */
final class Readout extends Pane {
    private static final int MOST = 10;
    private static final double SIZE = 11;
    private static final double AWAY = 12;

    private final Line hair = new Line();
    private final GridPane table = new GridPane(10, 3);

    Readout() {
        setMouseTransparent(true);
        setVisible(false);
        hair.setStrokeWidth(1);
        getChildren().addAll(hair, table);
    }

    /** Shows readings at a point of the picture, in pixels; none hide the read-out. */
    void show(List<Reading> readings, Plane plane, double x, double y, Theme theme) {
        setVisible(!readings.isEmpty());
        if (readings.isEmpty()) return;
        hair.setStroke(Color.web(theme.muted().hex(), 0.7));
        hair.setStartX(Math.rint(x) + 0.5);
        hair.setEndX(Math.rint(x) + 0.5);
        hair.setStartY(plane.top());
        hair.setEndY(plane.bottom());
        table.setStyle(
                "-fx-background-color: %s; -fx-background-radius: 6; -fx-border-color: %s; -fx-border-radius: 6; -fx-padding: 6 8 6 8;"
                        .formatted(theme.panel().hex(), theme.hairline().hex()));
        table.getChildren().clear();
        for (int i = 0; i < Math.min(MOST, readings.size()); i++) row(i, readings.get(i), theme);
        table.autosize();
        boolean right = x + AWAY + table.getWidth() <= getWidth();
        table.relocate(
                Math.max(0, right ? x + AWAY : x - AWAY - table.getWidth()),
                Math.clamp(y - table.getHeight() / 2, 0, Math.max(0, getHeight() - table.getHeight())));
    }

    private void row(int row, Reading reading, Theme theme) {
        var sign = new Rectangle(10, 3, Color.web(reading.colour().hex()));
        var label = text(reading.label(), theme.muted().hex());
        var value = text(reading.value(), theme.text().hex());
        GridPane.setHalignment(value, HPos.RIGHT);
        table.addRow(row, sign, label, value);
        if (reading.theory().isEmpty()) return;
        var theory = text(reading.theory(), theme.text().hex());
        GridPane.setHalignment(theory, HPos.RIGHT);
        table.addRow(row, text("theory", theme.muted().hex()), theory);
    }

    private static Text text(String words, String colour) {
        var text = new Text(words);
        text.setFont(Font.font(Typeface.SANS.family(), SIZE));
        text.setFill(Color.web(colour));
        return text;
    }
}

package org.separatrix.viz.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.separatrix.lab.Scale;
import org.separatrix.viz.Freedom;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Look;
import org.separatrix.viz.Part;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Spot;

/** What can be pressed in a picture: the entries of its legend and its axes, as buttons without a face of their own. */
final class Handles extends Pane {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final double GAP = 4;
    private static final double BESIDE = 10;

    private final ChartView view;
    private final Button x;
    private final Button y;
    private final Button colours;
    private List<Part> parts = List.of();
    private final List<Button> entries = new ArrayList<>();

    Handles(ChartView view) {
        this.view = view;
        setPickOnBounds(false);
        x = axis("axis-x", view::turnX);
        y = axis("axis-y", view::turnY);
        colours = axis("axis-colours", view::turnColours);
        getChildren().setAll(x, y, colours);
    }

    private static Button axis(String style, Runnable turn) {
        Button button = handle(style);
        button.setOnAction(_ -> turn.run());
        return button;
    }

    private static Button handle(String style) {
        var button = new Button();
        button.getStyleClass().setAll("handle", style);
        button.setManaged(false);
        button.setMinSize(0, 0);
        return button;
    }

    /** Puts the handles where a picture has what they turn. */
    void show(Optional<Layout> layout) {
        setVisible(layout.isPresent());
        layout.ifPresent(this::place);
    }

    private void place(Layout layout) {
        Plane plane = layout.plane();
        put(
                x,
                layout.x() == Freedom.SPACING,
                plane.left(),
                plane.bottom(),
                plane.width(),
                getHeight() - plane.bottom() - GAP);
        put(y, layout.y() == Freedom.SPACING, GAP, plane.top(), plane.left() - GAP, plane.height());
        double beside = plane.right() + BESIDE;
        put(
                colours,
                layout.colours().isPresent() && !layout.inSpace(),
                beside,
                plane.top(),
                getWidth() - beside - GAP,
                plane.height());
        x.setAccessibleText(words("horizontal axis", plane.x().scale()));
        y.setAccessibleText(words("vertical axis", plane.y().scale()));
        layout.colours().ifPresent(span -> colours.setAccessibleText(words("axis of colours", span.scale())));

        if (!layout.parts().equals(parts)) name(layout.parts());
        for (int i = 0; i < entries.size(); i++) {
            Spot spot = layout.legend().get(i);
            Button button = entries.get(i);
            put(button, true, spot.left() - GAP, spot.top(), spot.width() + 2 * GAP, spot.height());
            button.pseudoClassStateChanged(HIDDEN, !spot.shown());
            button.setAccessibleText(spot.label() + (spot.shown() ? ", shown" : ", hidden"));
        }
    }

    private static String words(String axis, Scale now) {
        return axis + ", " + (now == Scale.LINEAR ? "linear" : "logarithmic");
    }

    private static void put(Node node, boolean visible, double left, double top, double width, double height) {
        node.setVisible(visible);
        if (visible) node.resizeRelocate(left, top, Math.max(0, width), Math.max(0, height));
    }

    private void name(List<Part> named) {
        parts = named;
        entries.clear();
        named.forEach(part -> entries.add(entry(part)));
        getChildren().setAll(entries);
        getChildren().addAll(x, y, colours);
    }

    /** A click toggles; with the alt key, or a second click, it isolates; so does the enter key. */
    private Button entry(Part part) {
        Button button = handle("entry");
        var gesture = new Object() {
            private Look start;
            private boolean alone;
        };
        button.setAccessibleHelp("Space hides or shows, enter shows it alone.");
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() == 1) gesture.start = view.look();
            gesture.alone = event.isAltDown() || event.getClickCount() == 2;
        });
        button.setOnAction(_ -> {
            if (gesture.alone) view.isolate(part, gesture.start);
            else view.toggle(part);
            gesture.alone = false;
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ENTER) return;
            view.isolate(part, view.look());
            event.consume();
        });
        return button;
    }
}

package org.separatrix.app.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.separatrix.lab.Landscape;

/** A row of buttons, one for each plane that has a landscape. */
final class PlaneChooser extends HBox {
    private final Consumer<String> chosen;
    private List<String> keys = List.of();

    /** @param chosen told the key of the plane to look at */
    PlaneChooser(Consumer<String> chosen) {
        this.chosen = chosen;
        getStyleClass().add("planes");
    }

    /** The row with these planes, one of them pressed; null where there is no choice. */
    Node showing(List<Landscape> planes, Landscape now) {
        List<String> wanted = planes.stream().map(Landscape::key).toList();
        if (!wanted.equals(keys)) {
            keys = wanted;
            var group = new ToggleGroup();
            getChildren()
                    .setAll(planes.stream().map(plane -> button(plane, group)).toList());
        }
        for (Node child : getChildren())
            if (child instanceof ToggleButton button)
                button.setSelected(button.getId().equals(id(now)));
        return planes.size() > 1 ? this : null;
    }

    private ToggleButton button(Landscape plane, ToggleGroup group) {
        var button = new ToggleButton(plane.title());
        button.setId(id(plane));
        button.setToggleGroup(group);
        // A plane that is shown cannot be turned off, only another one on.
        button.setOnAction(_ -> {
            button.setSelected(true);
            chosen.accept(plane.key());
        });
        return button;
    }

    private static String id(Landscape plane) {
        return "plane-" + plane.key();
    }
}

package org.separatrix.app.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Landscape;

/** Buttons, one for each plane that has a landscape where there are several, and below what moment it is of. */
final class PlaneChooser extends VBox {
    private final Consumer<String> chosen;
    private final FlowPane buttons = new FlowPane();
    private final Label moment = new Label();
    private List<String> keys = List.of();

    /** @param chosen told the key of the plane to look at */
    PlaneChooser(Consumer<String> chosen) {
        this.chosen = chosen;
        getStyleClass().add("planes");
        moment.setId("landscape-moment");
        moment.getStyleClass().add("quiet");
        moment.setWrapText(true);
        moment.setMinHeight(USE_PREF_SIZE);
        buttons.getStyleClass().add("plane-buttons");
        getChildren().setAll(buttons, moment);
        offer(List.of());
    }

    /** Says what moment is shown. */
    void say(String words) {
        moment.setText(words);
    }

    /** Shows these planes, one of them pressed. */
    void show(List<Landscape> planes, Landscape now) {
        List<String> wanted = planes.stream().map(Landscape::key).toList();
        if (!wanted.equals(keys)) {
            keys = wanted;
            var group = new ToggleGroup();
            offer(planes.stream().map(plane -> button(plane, group)).toList());
        }
        for (Node child : buttons.getChildren())
            ((ToggleButton) child).setSelected(child.getId().equals(id(now)));
    }

    /** One plane alone leaves no choice. */
    private void offer(List<ToggleButton> choices) {
        boolean several = choices.size() > 1;
        buttons.getChildren().setAll(choices);
        buttons.setVisible(several);
        buttons.setManaged(several);
    }

    private ToggleButton button(Landscape plane, ToggleGroup group) {
        var button = new ToggleButton(plane.title());
        button.setId(id(plane));
        button.setMinWidth(USE_PREF_SIZE);
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

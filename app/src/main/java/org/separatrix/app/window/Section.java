package org.separatrix.app.window;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A heading and what stands under it; a press on the heading folds it. */
final class Section extends VBox {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private final ToggleButton head;
    private boolean idle;

    Section(String heading, Node content) {
        getStyleClass().add("section");
        head = new ToggleButton(heading);
        head.getStyleClass().setAll("section-heading");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setContentDisplay(ContentDisplay.RIGHT);
        var chevron = new FontIcon(Feather.CHEVRON_DOWN);
        head.setGraphic(chevron);
        head.setSelected(true);
        head.selectedProperty().addListener((_, _, open) -> {
            chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            content.setVisible(open);
            content.setManaged(open);
        });
        getChildren().setAll(head, content);
    }

    /** Folds the section when nothing in it has any effect, and opens it when something has again. */
    void idle(boolean now) {
        if (now == idle) return;
        idle = now;
        pseudoClassStateChanged(IDLE, now);
        head.setSelected(!now);
    }
}

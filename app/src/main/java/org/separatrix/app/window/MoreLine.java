package org.separatrix.app.window;

import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A quiet line that stands for parameters without effect; a press shows them, another hides them again. */
final class MoreLine extends ToggleButton {
    MoreLine() {
        getStyleClass().setAll("more-line");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        var chevron = new FontIcon(Feather.CHEVRON_RIGHT);
        setGraphic(chevron);
        selectedProperty()
                .addListener((_, _, open) -> chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    }

    /** Stands for so many parameters; for none it takes no room. */
    void stand(int count) {
        setText(count == 1 ? "1 more applies to other settings" : count + " more apply to other settings");
        setVisible(count > 0);
        setManaged(count > 0);
    }
}

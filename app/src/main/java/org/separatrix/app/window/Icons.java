package org.separatrix.app.window;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons whose face is an icon: the name that a sighted user reads in the tool tip is read aloud to others. */
final class Icons {
    private Icons() {}

    /** A button with an icon alone. */
    static Button button(Feather icon, String name) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setMinSize(Button.USE_PREF_SIZE, Button.USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /** The button of a key. */
    static Button button(List<Key> keys, String id, Feather icon) {
        Key key = Key.find(keys, id);
        Button button = button(icon, key.name());
        button.setId(id);
        button.setTooltip(new Tooltip(key.name() + " (" + key.display() + ")"));
        button.setOnAction(_ -> key.action().run());
        return button;
    }
}

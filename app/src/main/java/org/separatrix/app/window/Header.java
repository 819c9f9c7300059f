package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.separatrix.viz.Theme;

/** The top line: which laboratory, its governing equation, and what concerns the window as a whole. */
final class Header extends HBox {
    /** A header that is less wide, in heights of a letter, leaves the room of words to the equation. */
    private static final double WIDE = 64;

    private final Label name = new Label();
    private final List<Button> worded;
    private final StackPane equation = new StackPane();
    private final FontIcon themeIcon = new FontIcon();

    Header(List<Key> keys) {
        getStyleClass().add("header");
        name.getStyleClass().add("laboratory-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        equation.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button theme = Icons.button(keys, "theme", Feather.MOON);
        theme.setGraphic(themeIcon);
        worded = List.of(word(Key.find(keys, "search"), Feather.SEARCH), word(Key.find(keys, "recipe"), Feather.COPY));
        widthProperty().subscribe(this::arrange);
        name.fontProperty().subscribe(this::arrange);
        getChildren().setAll(name, equation, gap);
        getChildren().addAll(worded);
        getChildren().addAll(Icons.button(keys, "help", Feather.HELP_CIRCLE), theme);
        for (Node child : getChildren()) {
            if (child.getStyleClass().contains("icon-button"))
                child.getStyleClass().add("plain");
        }
    }

    private void arrange() {
        boolean wide = getWidth() > WIDE * name.getFont().getSize();
        worded.forEach(button -> button.setContentDisplay(wide ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private static Button word(Key key, Feather icon) {
        var button = new Button(key.name(), new FontIcon(icon));
        button.setId(key.id());
        button.getStyleClass().add("text-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(key.name() + " (" + key.display() + ")"));
        button.setOnAction(_ -> key.action().run());
        return button;
    }

    /** Shows a laboratory's name and its equation. */
    void show(String laboratory, EquationView governing) {
        name.setText(laboratory);
        governing.setMinWidth(0);
        equation.getChildren().setAll(governing);
    }

    /** Shows which theme a press on the button brings. */
    void theme(Theme now) {
        themeIcon.setIconCode(now == Theme.LIGHT ? Feather.MOON : Feather.SUN);
    }
}

package org.separatrix.app.window;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be said of one thing, on a sheet. */
final class HelpCard extends VBox {
    /**
     * A sheet.
     *
     * @param more where to find more help, in words
     */
    HelpCard(Help help, String more) {
        getStyleClass().addAll("raised", "help-card");
        setId("help-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(help.title() + ". " + help.meaning() + " " + String.join(". ", help.particulars()));
        getChildren().add(words(help.title(), "help-title"));
        if (!help.meaning().isEmpty()) getChildren().add(words(help.meaning(), "help-meaning"));
        help.particulars().forEach(line -> getChildren().add(words(line, "quiet")));
        Label footer = words(more, "quiet");
        footer.getStyleClass().add("help-footer");
        getChildren().add(footer);
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

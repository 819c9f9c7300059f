package org.separatrix.app.window;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** A parameter's symbol in serif italic; what follows an underscore is set as an index. */
final class Symbol extends HBox {
    private static final Pattern PARTS = Pattern.compile("([^_]*)(?:_([\\p{L}\\d]+))?(.*)");
    private static final double DROP = 4;

    Symbol(String notation) {
        getStyleClass().add("symbol");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(notation);
        Matcher parts = PARTS.matcher(notation);
        if (!parts.matches()) throw new IllegalArgumentException("not a symbol: " + notation);
        add(parts.group(1), "base", 0);
        if (parts.group(2) != null) add(parts.group(2), "index", DROP);
        add(parts.group(3), "base", 0);
    }

    private void add(String part, String style, double drop) {
        if (part.isEmpty()) return;
        var text = new Text(part);
        text.getStyleClass().add(style);
        text.setTranslateY(drop);
        getChildren().add(text);
    }
}

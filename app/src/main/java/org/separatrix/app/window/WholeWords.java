package org.separatrix.app.window;

import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** A label of several rows that breaks between words and never within one. */
final class WholeWords extends Label {
    private record Measure(String text, Font font, double width) {}

    private Measure longest = new Measure("", Font.getDefault(), 0);

    WholeWords() {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    WholeWords(String text) {
        this();
        setText(text);
    }

    @Override
    protected double computeMinWidth(double height) {
        if (!longest.text.equals(getText()) || !longest.font.equals(getFont()))
            longest = new Measure(getText(), getFont(), longestWord());
        return snappedLeftInset() + Math.ceil(longest.width) + snappedRightInset();
    }

    private double longestWord() {
        var written = new Text();
        written.setFont(getFont());
        return Stream.of(getText().split("\\s+"))
                .mapToDouble(word -> {
                    written.setText(word);
                    return written.getLayoutBounds().getWidth();
                })
                .max()
                .orElse(0);
    }
}

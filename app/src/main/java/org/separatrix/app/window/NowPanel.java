package org.separatrix.app.window;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.separatrix.lab.Facts;

/** The facts of the moment shown: a name and a number or a few words a row, with a light where there is a judgement. */
final class NowPanel extends VBox {
    private static final PseudoClass WORDS = PseudoClass.getPseudoClass("words");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final double LIGHT = 4;

    /** A row that is less wide, in heights of a letter, has names no wider than they must be. */
    private static final double NARROW = 11;

    private List<Facts.Fact> shown = List.of();

    NowPanel() {
        getStyleClass().add("now");
        setId("now");
    }

    /** Shows facts; rows are kept where only their values differ. */
    void show(List<Facts.Fact> facts) {
        if (facts.equals(shown)) return;
        boolean sameRows = facts.stream()
                .map(Facts.Fact::key)
                .toList()
                .equals(shown.stream().map(Facts.Fact::key).toList());
        if (!sameRows) getChildren().setAll(facts.stream().map(_ -> new Row()).toList());
        for (int i = 0; i < facts.size(); i++) ((Row) getChildren().get(i)).show(facts.get(i));
        shown = List.copyOf(facts);
    }

    private static final class Row extends Folding {
        private final Circle light = new Circle(LIGHT);
        private final WholeWords name = new WholeWords();
        private final WholeWords value = new WholeWords();

        Row() {
            getStyleClass().add("fact");
            name.getStyleClass().add("fact-name");
            value.getStyleClass().add("fact-value");
            widthProperty().subscribe(this::arrange);
            name.fontProperty().subscribe(this::arrange);
            value.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(value, Priority.ALWAYS);
            var named = new HBox(light, name);
            named.getStyleClass().add("fact");
            getChildren().setAll(named, value);
        }

        private void arrange() {
            boolean narrow = getWidth() < NARROW * name.getFont().getSize();
            name.pseudoClassStateChanged(TIGHT, narrow);
        }

        void show(Facts.Fact fact) {
            light.getStyleClass().setAll("light", fact.light().name().toLowerCase(java.util.Locale.ROOT));
            light.setManaged(fact.light() != Facts.Light.NONE);
            light.setVisible(fact.light() != Facts.Light.NONE);
            name.setText(fact.label());
            String words = fact.words().isEmpty() ? Readout.number(fact.value()) : fact.words();
            value.setText(words);
            value.pseudoClassStateChanged(WORDS, !fact.words().isEmpty());
            setAccessibleText(fact.label() + " " + words);
        }
    }
}

package org.separatrix.app.window;

import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** A drop-down list that tells its choice in full: in several rows where one does not hold it. */
final class DropDown<T> extends ComboBox<T> {
    private static final int ROWS = 14;

    /**
     * An empty list.
     *
     * @param name what is chosen, to be read aloud
     * @param words a choice in words
     */
    DropDown(String name, Function<T, String> words) {
        setAccessibleText(name);
        setVisibleRowCount(ROWS);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list is not editable");
            }
        });
        setButtonCell(new Chosen());
        tooltipProperty().bind(valueProperty().map(words).map(Tooltip::new));
    }

    private final class Chosen extends ListCell<T> {
        Chosen() {
            setWrapText(true);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? "" : getConverter().toString(item));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        boolean dressed = lookup(".arrow-button") instanceof Region;
        if (width < 0 || !dressed) return super.computePrefHeight(width);
        double beside = snappedLeftInset() + snappedRightInset() + ((Region) lookup(".arrow-button")).prefWidth(-1);
        return snappedTopInset() + getButtonCell().prefHeight(width - beside) + snappedBottomInset();
    }
}

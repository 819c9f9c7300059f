package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Domain;

/** One of a few named values: a drop-down list. */
final class ChoiceEditor<E extends Enum<E> & Choice> implements Editor<E> {
    private final ComboBox<E> box = new ComboBox<>();
    private E shown;

    private ChoiceEditor(String name, Domain.OneOf<E> domain, Edit<E> edit) {
        box.getItems().setAll(domain.values());
        box.setConverter(new Labels<>());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(name);
        box.setVisibleRowCount(12);
        box.tooltipProperty().bind(box.valueProperty().map(E::label).map(Tooltip::new));
        box.valueProperty().addListener((_, _, value) -> {
            if (value != null && value != shown) edit.value(value, false);
        });
    }

    @SuppressWarnings("unchecked")
    static <E extends Enum<E> & Choice> ChoiceEditor<E> of(String name, Domain.OneOf<E> domain, Edit<?> edit) {
        return new ChoiceEditor<>(name, domain, (Edit<E>) edit);
    }

    @Override
    public List<Node> below() {
        return List.of(box);
    }

    @Override
    public void show(E value) {
        shown = value;
        box.setValue(value);
    }

    private static final class Labels<E extends Choice> extends StringConverter<E> {
        @Override
        public String toString(E value) {
            return value == null ? "" : value.label();
        }

        @Override
        public E fromString(String label) {
            throw new UnsupportedOperationException("the box is not editable");
        }
    }
}

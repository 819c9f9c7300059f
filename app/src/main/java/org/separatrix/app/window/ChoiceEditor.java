package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Domain;

/** One of a few named values: a drop-down list. */
final class ChoiceEditor<E extends Enum<E> & Choice> implements Editor<E> {
    private final DropDown<E> box;
    private E shown;

    private ChoiceEditor(String name, Domain.OneOf<E> domain, Edit<E> edit) {
        box = new DropDown<>(name, E::label);
        box.getItems().setAll(domain.values());
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
}

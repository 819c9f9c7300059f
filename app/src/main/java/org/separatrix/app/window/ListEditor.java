package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import org.separatrix.lab.Parameter;

/** A list of numbers, typed with commas between them. */
final class ListEditor implements Editor<List<Double>> {
    private final Parameter<List<Double>> parameter;
    private final TypedField field;

    ListEditor(Parameter<List<Double>> parameter, Edit<List<Double>> edit) {
        this.parameter = parameter;
        field = new TypedField(parameter.label(), edit);
        field.setId("field-" + parameter.key());
        field.getStyleClass().add("list");
    }

    @Override
    public List<Node> below() {
        return List.of(field);
    }

    @Override
    public void show(List<Double> values) {
        field.show(parameter.domain().format(values).replace(",", ", "));
    }
}

package org.separatrix.app.window;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.separatrix.lab.Parameter;

/** The seed: a field, and dice that choose another. */
final class SeedEditor implements Editor<Long> {
    private static final int SHORT = 10_000;
    private final Parameter<Long> parameter;
    private final TypedField field;
    private final Button dice = Icons.button(Feather.SHUFFLE, "Another seed");

    SeedEditor(Parameter<Long> parameter, Edit<Long> edit) {
        this.parameter = parameter;
        field = new TypedField(parameter.label(), edit);
        field.setId("field-" + parameter.key());
        dice.setId("dice");
        // A seed is said aloud and typed again: four digits are enough worlds to roll.
        dice.setOnAction(_ -> edit.value(ThreadLocalRandom.current().nextLong(SHORT), false));
    }

    @Override
    public List<Node> beside() {
        return List.of(dice, field);
    }

    @Override
    public void show(Long seed) {
        field.show(parameter.domain().format(seed));
    }
}

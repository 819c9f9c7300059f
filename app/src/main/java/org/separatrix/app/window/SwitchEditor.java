package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** On or off: a check box that looks like a switch. */
final class SwitchEditor implements Editor<Boolean> {
    private final CheckBox control = new CheckBox();
    private boolean shown;

    SwitchEditor(String name, Edit<Boolean> edit) {
        control.setAccessibleText(name);
        control.getStyleClass().add("switch");
        control.selectedProperty().addListener((_, _, on) -> {
            if (on != shown) edit.value(on, false);
        });
    }

    @Override
    public List<Node> beside() {
        return List.of(control);
    }

    @Override
    public void show(Boolean on) {
        shown = on;
        control.setSelected(on);
    }
}

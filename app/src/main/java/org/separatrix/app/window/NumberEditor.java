package org.separatrix.app.window;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.separatrix.lab.Parameter;

/**
 * A number: a field that takes any spelling, and a slider with the domain's spacing under it.
 *
 * @param <T> Double or Long
 */
final class NumberEditor<T extends Number> implements Editor<T> {
    private final Parameter<T> parameter;
    private final SliderScale<T> scale;
    private final Edit<T> edit;
    private final TypedField field;
    private final Slider slider = new Slider(0, 1, 0);
    private T shown;

    NumberEditor(Parameter<T> parameter, SliderScale<T> scale, Edit<T> edit) {
        this.parameter = parameter;
        this.scale = scale;
        this.edit = edit;
        this.shown = parameter.standard();
        field = new TypedField(parameter.label(), edit);
        field.setId("field-" + parameter.key());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::nudge);
        slider.setId("slider-" + parameter.key());
        slider.setAccessibleText(parameter.label());
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(scale.step());
        slider.valueProperty().addListener((_, _, _) -> slid(slider.isValueChanging()));
        slider.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) released();
        });
    }

    @Override
    public List<Node> beside() {
        return List.of(field);
    }

    @Override
    public List<Node> below() {
        return List.of(slider);
    }

    @Override
    public void show(T value) {
        shown = value;
        field.show(parameter.domain().format(value));
        // The thumb stays under the hand that drags it.
        if (!slider.isValueChanging() && !value.equals(scale.value().apply(slider.getValue())))
            slider.setValue(scale.position().applyAsDouble(value));
    }

    private void slid(boolean adjusting) {
        T value = scale.value().apply(slider.getValue());
        boolean moved = Math.abs(slider.getValue() - scale.position().applyAsDouble(shown)) > scale.step() / 1e3;
        if (moved && !value.equals(shown)) edit.value(value, adjusting);
    }

    private void released() {
        edit.value(shown, false);
        show(shown);
    }

    private void nudge(KeyEvent event) {
        int direction = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (direction == 0) return;
        slider.setValue(scale.position().applyAsDouble(shown) + direction * scale.step());
        event.consume();
    }
}

package org.separatrix.app.window;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.separatrix.lab.Parameter;

/**
 * A number: a field that takes any spelling, and a slider with the domain's spacing under it.
 *
 * @param <T> Double or Long
 */
final class NumberEditor<T extends Number> implements Editor<T> {
    /** So many presses of an arrow key is one of a page key. */
    private static final int LEAP = 10;

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
        field.addEventHandler(ScrollEvent.SCROLL, this::roll);
        slider.addEventHandler(ScrollEvent.SCROLL, this::roll);
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, this::standard);
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

    private void standard(MouseEvent event) {
        if (event.getClickCount() != 2) return;
        edit.standard();
        event.consume();
    }

    private void released() {
        edit.value(shown, false);
        show(shown);
    }

    private void nudge(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> turn(event, 1);
            case DOWN -> turn(event, -1);
            case PAGE_UP -> turn(event, LEAP);
            case PAGE_DOWN -> turn(event, -LEAP);
            default -> {}
        }
    }

    private void turn(InputEvent event, int presses) {
        edit.value(scale.stepped().apply(shown, presses), false);
        event.consume();
    }

    /** The wheel turns the control that has the keyboard; over the others it moves the page, as everywhere. */
    private void roll(ScrollEvent event) {
        boolean held = field.isFocused() || slider.isFocused();
        if (held && event.getDeltaY() != 0) turn(event, event.getDeltaY() > 0 ? 1 : -1);
    }
}

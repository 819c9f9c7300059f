package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import org.separatrix.lab.Domain;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;

/**
 * The control of one parameter.
 *
 * @param <T> the Java type of the parameter's values
 */
interface Editor<T> {
    /** The parts that stand in the row of the label. */
    default List<Node> beside() {
        return List.of();
    }

    /** The parts that stand below it, over the whole width. */
    default List<Node> below() {
        return List.of();
    }

    /** Shows a value without reporting it as an edit. */
    void show(T value);

    /** The control that suits a parameter's domain. */
    @SuppressWarnings("unchecked")
    static <T> Editor<T> of(Parameter<T> parameter, Edit<T> edit) {
        return (Editor<T>) create(parameter, edit);
    }

    @SuppressWarnings("unchecked")
    private static Editor<?> create(Parameter<?> parameter, Edit<?> edit) {
        if (parameter == Settings.SEED) return new SeedEditor(Settings.SEED, (Edit<Long>) edit);
        return switch (parameter.domain()) {
            case Domain.Real real ->
                new NumberEditor<>((Parameter<Double>) parameter, SliderScale.of(real), (Edit<Double>) edit);
            case Domain.Whole whole ->
                new NumberEditor<>((Parameter<Long>) parameter, SliderScale.of(whole), (Edit<Long>) edit);
            case Domain.OneOf<?> choice -> ChoiceEditor.of(parameter.label(), choice, edit);
            case Domain.Switch _ -> new SwitchEditor(parameter.label(), (Edit<Boolean>) edit);
            case Domain.Sequence _ -> new ListEditor((Parameter<List<Double>>) parameter, (Edit<List<Double>>) edit);
        };
    }
}

package org.separatrix.app.window;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field in monospaced digits whose text becomes an edit on Enter or when the focus leaves. Text that spells no valid
 * value stays for correction while the field is focused; Escape, or leaving, brings the valid text back.
 */
final class TypedField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private final Predicate<String> read;
    private String valid = "";

    /** A field for the value of a parameter. */
    TypedField(String name, Edit<?> edit) {
        this(name, edit::text, edit::withdraw);
    }

    /**
     * A field.
     *
     * @param read takes what was typed; answers whether it spells a valid value
     * @param withdraw forgets input that spelt no valid value
     */
    TypedField(String name, Predicate<String> read, Runnable withdraw) {
        this.read = read;
        getStyleClass().add("number");
        setAccessibleText(name);
        setOnAction(_ -> commit());
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) leave();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                restore();
                withdraw.run();
            }
        });
    }

    /** Shows a valid text; what is being typed is left alone. */
    void show(String text) {
        boolean typing = isFocused() && !getText().equals(valid);
        valid = text;
        if (!typing) restore();
    }

    private boolean commit() {
        if (getText().equals(valid)) return true;
        boolean accepted = read.test(getText());
        pseudoClassStateChanged(INVALID, !accepted);
        if (accepted) restore();
        return accepted;
    }

    private void leave() {
        if (!commit()) restore();
    }

    private void restore() {
        pseudoClassStateChanged(INVALID, false);
        setText(valid);
    }
}

package org.separatrix.app.window;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;

/**
 * One parameter on screen: symbol, name, live or restarts, the control that suits its domain, and the sentence that
 * says what is wrong with the last input.
 *
 * @param <T> the Java type of the parameter's values
 */
final class ParameterRow<T> extends VBox implements Edit<T> {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final Parameter<T> parameter;
    private final SettingsRequest request;
    private final Editor<T> editor;
    private final Label complaint = new Label();
    private final Tooltip tip = new Tooltip();
    private Settings settings;

    ParameterRow(Parameter<T> parameter, SettingsRequest request) {
        this.parameter = parameter;
        this.request = request;
        editor = Editor.of(parameter, this);

        var head = new HBox(title());
        head.getStyleClass().add("parameter-head");
        head.getChildren().addAll(editor.beside());

        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        withdraw();

        getStyleClass().add("parameter");
        setId("parameter-" + parameter.key());
        getChildren().add(head);
        getChildren().addAll(editor.below());
        getChildren().add(complaint);
    }

    /** Symbol, name and tag. Here, away from the hand that turns the control, the tool tip explains them. */
    private HBox title() {
        var name = styled(parameter.label(), "parameter-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var title = new HBox(name, tag(parameter.live()));
        if (!parameter.symbol().isEmpty()) title.getChildren().addFirst(new Symbol(parameter.symbol()));
        title.getStyleClass().add("parameter-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        Tooltip.install(title, tip);
        return title;
    }

    /** Shows the parameter's value, and whether it has any effect under these settings. */
    void show(Settings settings) {
        this.settings = settings;
        boolean applies = applies(settings);
        pseudoClassStateChanged(IDLE, !applies);
        editor.beside().forEach(part -> part.setDisable(!applies));
        // What has no effect keeps its line, so that one sees that it is there, and gives up the rest of its room.
        editor.below().forEach(part -> {
            part.setDisable(!applies);
            part.setVisible(applies);
            part.setManaged(applies);
        });
        tip.setText(
                applies ? explanation() : "Has an effect " + parameter.applies().words() + ".\n" + explanation());
        editor.show(settings.get(parameter));
        withdraw();
    }

    /** Whether the parameter has any effect under settings. */
    boolean applies(Settings under) {
        return parameter.applies().holds(under);
    }

    @Override
    public void value(T value, boolean adjusting) {
        attempt(() -> settings.with(parameter, value), adjusting);
    }

    @Override
    public boolean text(String typed) {
        return attempt(() -> settings.with(parameter.key(), typed), false);
    }

    @Override
    public void withdraw() {
        complain("");
    }

    private boolean attempt(java.util.function.Supplier<Settings> wanted, boolean adjusting) {
        Settings valid;
        try {
            valid = wanted.get();
        } catch (InvalidSetting e) {
            editor.show(settings.get(parameter));
            complain(e.getMessage());
            return false;
        }
        withdraw();
        request.settings(valid, adjusting);
        return true;
    }

    private void complain(String sentence) {
        complaint.setText(sentence);
        complaint.setVisible(!sentence.isEmpty());
        complaint.setManaged(!sentence.isEmpty());
    }

    private String explanation() {
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        return "%s\n%s: %s%s; default %s; %s"
                .formatted(
                        parameter.meaning(),
                        parameter.key(),
                        parameter.domain().words(),
                        unit,
                        parameter.domain().format(parameter.standard()),
                        parameter.live() ? "acts on the running system" : "restarts the run")
                .strip();
    }

    private static Label tag(boolean live) {
        Label tag = styled(live ? "live" : "restarts", "tag");
        tag.getStyleClass().add(live ? "live" : "restarts");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        return tag;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}

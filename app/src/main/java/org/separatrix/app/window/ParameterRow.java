package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
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
    private final Label reason = new Label();
    private final Tooltip tip = new Tooltip();
    private Settings settings;
    private boolean applies = true;

    ParameterRow(Parameter<T> parameter, SettingsRequest request) {
        this.parameter = parameter;
        this.request = request;
        editor = Editor.of(parameter, this);

        var beside = new HBox(editor.beside().toArray(Node[]::new));
        beside.getStyleClass().add("parameter-beside");
        beside.setMinWidth(Region.USE_PREF_SIZE);
        var head = new Folding(title(), beside);
        head.getStyleClass().add("parameter-head");

        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        complaint.setMinHeight(Region.USE_PREF_SIZE);
        withdraw();
        reason.getStyleClass().add("quiet");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.setText(parameter.applies().words());

        getStyleClass().add("parameter");
        setId("parameter-" + parameter.key());
        getChildren().add(head);
        getChildren().addAll(editor.below());
        getChildren().addAll(reason, complaint);
        Help.explain(this, this::help);
    }

    /** Symbol, name, unit and tag. Here, away from the hand that turns the control, the tool tip explains them. */
    private Node title() {
        String unit = parameter.unit().isEmpty() ? "" : ", " + parameter.unit();
        var name = new WholeWords(parameter.label() + unit);
        name.getStyleClass().add("parameter-name");
        var named = new HBox(name);
        if (!parameter.symbol().isEmpty()) named.getChildren().addFirst(new Symbol(parameter.symbol()));
        var tag = new HBox(tag(parameter.live()));
        var title = new Folding(named, tag);
        for (HBox part : List.of(named, tag, title)) part.getStyleClass().add("parameter-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        Tooltip.install(title, tip);
        title.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) standard();
        });
        return title;
    }

    /** Shows the parameter's value, and whether it has any effect under these settings. */
    void show(Settings settings) {
        this.settings = settings;
        applies = parameter.applies().holds(settings);
        pseudoClassStateChanged(IDLE, !applies);
        editor.beside().forEach(part -> part.setDisable(!applies));
        // What has no effect says why, and gives up the room of its slider.
        editor.below().forEach(part -> {
            part.setDisable(!applies);
            part.setVisible(applies);
            part.setManaged(applies);
        });
        reason.setVisible(!applies);
        reason.setManaged(!applies);
        tip.setText(explanation());
        editor.show(settings.get(parameter));
        withdraw();
    }

    /** The parameter. */
    Parameter<T> parameter() {
        return parameter;
    }

    /** Whether the parameter has any effect under the settings shown. */
    boolean applies() {
        return applies;
    }

    /** Whether a word, in lower case, stands in what is said of the parameter. */
    boolean matches(String word) {
        return Stream.of(parameter.key(), parameter.symbol(), parameter.label(), parameter.meaning(), parameter.group())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }

    /** The control that takes the keyboard, where the parameter has an effect. */
    Optional<Node> control() {
        return Stream.concat(editor.beside().stream(), editor.below().stream())
                .filter(part -> !part.isDisabled() && part instanceof Control && !(part instanceof Button))
                .findFirst();
    }

    @Override
    public void standard() {
        if (applies) value(parameter.standard(), false);
    }

    @Override
    public void value(T value, boolean adjusting) {
        attempt(() -> settings.with(parameter, value), adjusting);
    }

    @Override
    public boolean text(String typed) {
        return attempt(() -> settings.with(parameter.key(), number(typed)), false);
    }

    /** What was typed, without the unit that may stand behind it. */
    private String number(String typed) {
        String text = typed.strip();
        String unit = parameter.unit();
        return text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
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
        return parameter.meaning() + "\n" + String.join("\n", particulars());
    }

    private List<String> particulars() {
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        var lines = new ArrayList<String>();
        lines.add(parameter.key() + ": " + parameter.domain().words() + unit);
        lines.add("default " + parameter.domain().format(parameter.standard()) + unit + " (double click)");
        lines.add(parameter.live() ? "acts on the running system" : "restarts the run; the old curves stay as a ghost");
        if (!applies) lines.add("has an effect " + parameter.applies().words());
        return lines;
    }

    private Help help() {
        String symbol = parameter.symbol().isEmpty() ? "" : parameter.symbol().replace("_", "") + ", ";
        return new Help(symbol + parameter.label(), parameter.meaning(), particulars());
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

package org.separatrix.app.window;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;

/**
 * All parameters of a laboratory under their headings; built from their declarations alone. What has no effect under
 * the present settings stands folded behind a line that counts it.
 */
final class ParameterPanel extends VBox {
    private static final String UNGROUPED = "Parameters";
    /** So many parameters are too many to be found at a glance. */
    private static final int MANY = 12;

    /** What building rows may take of a frame, in nanoseconds. */
    private static final long FRAME = 6_000_000;

    private final SettingsRequest request;
    private final CustomTextField search = new CustomTextField();
    private final Button clear = Icons.button(Feather.X, "Clear the search");
    private final ScrollPane scroll = new ScrollPane();
    private final VBox content = new VBox();
    private final MoreLine more = new MoreLine();
    private final Label nothing = new Label();
    private final List<Section> sections = new ArrayList<>();
    private List<Parameter<?>> declared = List.of();

    /** The parameters whose rows are being built, and of them the groups that are still to come. */
    private List<Parameter<?>> coming = List.of();

    private final Deque<Group> groups = new ArrayDeque<>();

    private record Group(String name, Deque<Parameter<?>> parameters, List<ParameterRow<?>> rows) {}

    ParameterPanel(SettingsRequest request) {
        this.request = request;
        getStyleClass().add("parameter-panel");
        search.setId("parameter-search");
        search.getStyleClass().add("search");
        search.setPromptText("Find a parameter");
        search.setAccessibleText("Find a parameter");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setRight(clear);
        clear.getStyleClass().add("plain");
        clear.setFocusTraversable(false);
        clear.setOnAction(_ -> search.clear());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.textProperty().addListener(_ -> arrange());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) search.clear();
        });
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        more.setId("more-parameters");
        more.selectedProperty().addListener(_ -> arrange());
        content.getStyleClass().add("sections");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var searchBox = new VBox(search);
        searchBox.getStyleClass().add("search-box");
        searchBox.visibleProperty().bind(search.visibleProperty());
        searchBox.managedProperty().bind(search.visibleProperty());
        getChildren().setAll(searchBox, scroll);
    }

    /** Whether the rows are those of these settings' parameters. */
    boolean suits(Settings settings) {
        return settings.parameters().equals(declared);
    }

    /** Shows settings; the rows are built anew where they belong to other parameters. */
    void show(Settings settings) {
        while (!suits(settings)) build(settings);
        showRows(settings);
        arrange();
    }

    private void showRows(Settings settings) {
        sections.forEach(section -> section.rows().forEach(row -> row.show(settings)));
    }

    /**
     * Shows settings whose rows are not all there, as many of them as a frame has time for; the others follow when it is
     * called again.
     */
    void grow(Settings settings) {
        long end = System.nanoTime() + FRAME;
        while (!suits(settings) && System.nanoTime() < end) build(settings);
    }

    /** Builds one row and, where it is the last of its group, puts the group on screen. */
    private void build(Settings settings) {
        if (!settings.parameters().equals(coming)) begin(settings.parameters());
        Group group = groups.element();
        group.rows().add(new ParameterRow<>(group.parameters().remove(), request));
        if (!group.parameters().isEmpty()) return;
        groups.remove();
        group.rows().forEach(row -> row.show(settings));
        var section = new Section(group.name().isEmpty() ? UNGROUPED : group.name(), group.rows());
        sections.add(section);
        content.getChildren().add(sections.size() - 1, section);
        if (groups.isEmpty()) {
            declared = coming;
            // What was turned since the first row was built is not known to it.
            showRows(settings);
        }
        arrange();
    }

    private void begin(List<Parameter<?>> parameters) {
        declared = List.of();
        coming = parameters;
        var byName = new LinkedHashMap<String, Deque<Parameter<?>>>();
        for (Parameter<?> parameter : parameters)
            byName.computeIfAbsent(parameter.group(), _ -> new ArrayDeque<>()).add(parameter);
        groups.clear();
        byName.forEach((name, group) -> groups.add(new Group(name, group, new ArrayList<>())));
        sections.clear();
        content.getChildren().setAll(more, nothing);
        more.setSelected(false);
        search.clear();
        search.setVisible(parameters.size() >= MANY);
        scroll.setVvalue(0);
    }

    private void arrange() {
        String query = search.getText().strip().toLowerCase(Locale.ROOT);
        boolean searching = !query.isEmpty();
        int hidden = 0;
        boolean found = false;
        for (Section section : sections) {
            if (searching) section.search(row -> row.matches(query));
            else section.endSearch();
            boolean shown = searching ? section.found() : !section.idle() || more.isSelected();
            section.setVisible(shown);
            section.setManaged(shown);
            found |= shown;
            if (section.idle()) hidden += section.rows().size();
        }
        more.stand(searching ? 0 : hidden);
        nothing.setText("No parameter is called “" + search.getText().strip() + "”.");
        nothing.setVisible(searching && !found);
        nothing.setManaged(nothing.isVisible());
    }

    /** Puts the keyboard where a parameter is looked for. */
    void find() {
        if (search.isVisible()) search.requestFocus();
    }

    /** Brings a parameter into view and, where it has an effect, the keyboard to its control. */
    void turnTo(Parameter<?> parameter) {
        search.clear();
        for (Section section : sections) {
            for (ParameterRow<?> row : section.rows()) {
                if (row.parameter().equals(parameter)) reveal(section, row);
            }
        }
    }

    private void reveal(Section section, ParameterRow<?> row) {
        if (section.idle()) more.setSelected(true);
        section.reveal(row);
        arrange();
        applyCss();
        layout();
        double room = content.getHeight() - scroll.getViewportBounds().getHeight();
        double top = content.sceneToLocal(row.localToScene(0, 0)).getY();
        if (room > 0)
            scroll.setVvalue(Math.clamp((top - scroll.getViewportBounds().getHeight() / 3) / room, 0, 1));
        row.control().ifPresent(Node::requestFocus);
    }
}

package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;

/** All parameters of a laboratory under their headings; built from their declarations alone. */
final class ParameterPanel extends ScrollPane {
    private static final String UNGROUPED = "Parameters";
    private final SettingsRequest request;
    private final List<Group> groups = new ArrayList<>();
    private List<Parameter<?>> declared = List.of();

    private record Group(Section section, List<ParameterRow<?>> rows) {
        void show(Settings settings) {
            rows.forEach(row -> row.show(settings));
            section.idle(rows.stream().noneMatch(row -> row.applies(settings)));
        }
    }

    ParameterPanel(SettingsRequest request) {
        this.request = request;
        getStyleClass().add("parameter-panel");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** Shows settings; the rows are built anew where they belong to other parameters. */
    void show(Settings settings) {
        if (!settings.parameters().equals(declared)) build(settings.parameters());
        groups.forEach(group -> group.show(settings));
    }

    private void build(List<Parameter<?>> parameters) {
        declared = parameters;
        var byName = new LinkedHashMap<String, List<ParameterRow<?>>>();
        for (Parameter<?> parameter : parameters)
            byName.computeIfAbsent(parameter.group(), _ -> new ArrayList<>())
                    .add(new ParameterRow<>(parameter, request));
        groups.clear();
        byName.forEach((name, rows) -> groups.add(new Group(section(name, rows), rows)));
        var content = new VBox();
        content.getStyleClass().add("sections");
        groups.forEach(group -> content.getChildren().add(group.section));
        setContent(content);
        setVvalue(0);
    }

    private static Section section(String name, List<ParameterRow<?>> rows) {
        var box = new VBox();
        box.getStyleClass().add("parameters");
        box.getChildren().setAll(rows);
        return new Section(name.isEmpty() ? UNGROUPED : name, box);
    }
}

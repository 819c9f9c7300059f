package org.separatrix.app.window;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A heading and the parameters under it: those that have an effect, and on demand the others. */
final class Section extends VBox {
    private final List<ParameterRow<?>> rows;
    private final ToggleButton head;
    private final VBox content = new VBox();
    private final MoreLine more = new MoreLine();
    private Predicate<ParameterRow<?>> sought = _ -> true;
    private boolean searching;

    Section(String heading, List<ParameterRow<?>> rows) {
        this.rows = rows;
        getStyleClass().add("section");
        head = new ToggleButton(heading);
        head.getStyleClass().setAll("section-heading");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setContentDisplay(ContentDisplay.RIGHT);
        var chevron = new FontIcon(Feather.CHEVRON_DOWN);
        head.setGraphic(chevron);
        head.setSelected(true);
        head.selectedProperty().addListener((_, _, open) -> {
            chevron.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            arrange();
        });
        more.selectedProperty().addListener(_ -> arrange());
        content.getStyleClass().add("parameters");
        content.getChildren().setAll(rows);
        getChildren().setAll(head, content, more);
        arrange();
    }

    /** Arranges the rows after they have been shown. */
    void arrange() {
        boolean idle = idle();
        boolean open = head.isSelected() || searching;
        for (ParameterRow<?> row : rows)
            show(row, sought.test(row) && (searching || row.applies() || idle || more.isSelected()));
        show(content, open);
        more.stand(open && !searching && !idle ? idleRows() : 0);
    }

    /** Shows only some of the rows, whether they have an effect or not. */
    void search(Predicate<ParameterRow<?>> wanted) {
        searching = true;
        sought = wanted;
        arrange();
    }

    /** Shows again what has an effect. */
    void endSearch() {
        searching = false;
        sought = _ -> true;
        arrange();
    }

    /** Opens what hides a row. */
    void reveal(ParameterRow<?> row) {
        head.setSelected(true);
        if (!row.applies()) more.setSelected(true);
    }

    /** The rows. */
    List<ParameterRow<?>> rows() {
        return rows;
    }

    /** Whether nothing in it has any effect. */
    boolean idle() {
        return idleRows() == rows.size();
    }

    /** Whether anything in it is looked for. */
    boolean found() {
        return rows.stream().anyMatch(sought);
    }

    private int idleRows() {
        return (int) rows.stream().filter(row -> !row.applies()).count();
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

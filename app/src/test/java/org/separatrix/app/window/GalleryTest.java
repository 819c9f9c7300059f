package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.viz.Theme;
import org.testfx.api.FxToolkit;

class GalleryTest {
    private static final List<Laboratory> ALL = Laboratory.all();
    private Workbench workbench;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        fx(() -> {
            workbench = new Workbench(ALL, Compute.SCALAR, Theme.LIGHT);
            workbench.open(ALL.getLast(), ALL.getLast().presets().getLast());
            stage = new Stage();
            stage.setScene(workbench.scene());
            stage.show();
            return true;
        });
    }

    @AfterEach
    void close() {
        fx(() -> {
            workbench.close();
            stage.close();
            return true;
        });
    }

    @Test
    void whatIsOpenIsMarked() {
        eventually(
                () -> assertThat(marked()).containsExactly(ALL.getLast().title().name()));

        fx(() -> {
            workbench.open(ALL.getFirst(), ALL.getFirst().presets().getFirst());
            return true;
        });

        eventually(() ->
                assertThat(marked()).containsExactly(ALL.getFirst().title().name()));
    }

    private List<String> marked() {
        return workbench.scene().getRoot().lookupAll("#laboratories .list-cell").stream()
                .filter(GalleryTest::isMarked)
                .map(cell -> ((ListCell<?>) cell).getText())
                .toList();
    }

    private static boolean isMarked(Node cell) {
        return cell.isVisible() && cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected"));
    }
}

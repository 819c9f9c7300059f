package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
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

    @Test
    void aPresetThatIsOpenedIsInViewAndNoFurtherUpThanNeeded() {
        fx(() -> {
            Laboratory first = ALL.getFirst();
            workbench.open(first, first.presets().get(1));
            return true;
        });

        eventually(() -> assertThat(shownPresets())
                .contains(
                        ALL.getFirst().presets().get(0),
                        ALL.getFirst().presets().get(1)));
        fx(() -> {
            workbench.open(ALL.getFirst(), ALL.getFirst().presets().getLast());
            return true;
        });
        eventually(() ->
                assertThat(shownPresets()).contains(ALL.getFirst().presets().getLast()));
    }

    /** The presets of which all is in view. */
    private List<Object> shownPresets() {
        Node list = workbench.scene().lookup("#presets");
        double height = list.getLayoutBounds().getHeight();
        return list.lookupAll(".list-cell").stream()
                .map(cell -> (ListCell<?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .filter(cell -> {
                    Bounds place = list.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
                    return place.getMinY() > -1 && place.getMaxY() < height + 1;
                })
                .<Object>map(ListCell::getItem)
                .toList();
    }

    @Test
    void theArrowKeysOpenLaboratoriesAndPresetsAndTheyPlay() throws Exception {
        focus("#laboratories");
        new Hand().type(KeyCode.HOME);
        await(() -> workbench.bench().laboratory() == ALL.getFirst());
        await(() -> workbench.bench().preset().get() == ALL.getFirst().presets().getFirst());
        await(() -> workbench.bench().playing());

        focus("#presets");
        new Hand().type(KeyCode.DOWN);
        await(() -> workbench.bench().preset().get() == ALL.getFirst().presets().get(1));
        await(() -> workbench.bench().playing());
    }

    private void focus(String list) {
        fx(() -> {
            workbench.scene().lookup(list).requestFocus();
            return true;
        });
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

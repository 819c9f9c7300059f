package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.run.Recording;
import org.separatrix.viz.screen.ChartView;

/** What lies around the charts, by the keyboard alone. */
class DeskTest {
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("bowl");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aPresetIsFoundByAPartOfItsNameAndOpened() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.robot().write("edge");
        eventually(() -> assertThat(found()).startsWith("The edge of stability"));
        window.press(KeyCode.ENTER);

        await(() -> window.bench().preset().get().key().equals("edge"));
        eventually(() -> assertThat(window.scene().lookup("#palette")).isNull());
    }

    @Test
    void aParameterIsFoundAndHasTheKeyboard() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.robot().write("curvature");
        window.press(KeyCode.ENTER);

        eventually(() -> assertThat(window.scene().getFocusOwner().getId()).isEqualTo("field-kappa"));
    }

    @Test
    void whileThePaletteIsOpenTheRunHearsNoKeysAndEscapeGivesThemBack() {
        Node before = fx(() -> window.scene().getFocusOwner());
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.press(KeyCode.P);
        eventually(() -> assertThat(window.bench().comparison().pins()).isEmpty());

        window.press(KeyCode.ESCAPE);
        eventually(() -> assertThat(window.scene().getFocusOwner()).isSameAs(before));
        window.press(KeyCode.P);
        eventually(() -> assertThat(window.bench().comparison().pins()).hasSize(1));
    }

    @Test
    void theRunPausesAtATimeThatIsTyped() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.P);
        window.robot().write("6");
        window.press(KeyCode.ENTER);
        eventually(() -> assertThat(window.bench().autoPause()).isEqualTo(new AutoPause.AtTime(6)));
        fx(() -> {
            window.bench().speed(1000);
            return true;
        });

        await(() -> !window.bench().playing() && window.bench().progress().stopped());
        eventually(() -> assertThat(window.bench().progress().time()).isBetween(6 - 1e-9, 6.05 + 1e-9));
    }

    @Test
    void theMenuOfPausesSaysWhatItWaitsFor() throws Exception {
        window.press(KeyCode.A);
        await(() -> window.node("auto-pause", AutoPauseMenu.class).isShowing());
        List<String> words = fx(() -> window.node("auto-pause", AutoPauseMenu.class).getItems().stream()
                .map(MenuItem::getText)
                .toList());
        window.press(KeyCode.ESCAPE);

        assertThat(words).contains("Do not pause by itself", "Pause at every event", "Pause at a time …");
    }

    @Test
    void theTimeLineTurnsLogarithmicAndBack() {
        ToggleButton scale = window.node("time-scale", ToggleButton.class);
        eventually(() -> assertThat(scale.isSelected()).isFalse());

        window.press(KeyCode.L);
        eventually(() -> assertThat(scale.isSelected()).isTrue());
        window.press(KeyCode.L);
        eventually(() -> assertThat(scale.isSelected()).isFalse());
    }

    @Test
    void theSpeedIsTurnedByKeys() {
        fx(() -> {
            window.bench().speed(100);
            return true;
        });
        window.press(KeyCode.PERIOD);
        eventually(() -> assertThat(window.bench().speed()).isGreaterThan(100));
        window.press(KeyCode.COMMA);
        window.press(KeyCode.COMMA);
        eventually(() -> assertThat(window.bench().speed()).isLessThan(100));
    }

    @Test
    void helpExplainsWhatHasTheKeyboard() {
        window.robot().clickOn("#field-kappa");
        window.press(KeyCode.F1);

        eventually(() -> assertThat(help())
                .contains("κ, curvature")
                .anyMatch(line -> line.contains("steep direction"))
                .anyMatch(line -> line.contains("a number from 0.1 to 10")));
    }

    @Test
    void helpExplainsTheChartUnderThePointer() {
        window.robot().moveTo("#chart-loss");
        window.press(KeyCode.F1);

        eventually(() -> assertThat(help()).contains("Loss").anyMatch(line -> line.contains("dashed in the same hue")));
    }

    @Test
    void frameTimesAreCalledUpAndPutAway() {
        Node panel = fx(() -> window.scene().lookup("#pulse"));
        window.press(KeyCode.F12);
        eventually(() ->
                assertThat(window.labels("#pulse")).contains("99th percentile").anyMatch(text -> text.endsWith(" ms")));

        window.press(KeyCode.F12);
        eventually(() -> assertThat(panel.isVisible()).isFalse());
    }

    @Test
    void theSheetOfKeysNamesEveryKey() {
        window.press(KeyCode.SHIFT, KeyCode.F1);

        eventually(() -> assertThat(window.labels("#key-sheet"))
                .contains("Space", "Play or pause", "Pin the run for comparison", "Search actions"));
    }

    @Test
    void textIsMadeLargerAndAsItWas() {
        Label heading = fx(() -> (Label) window.scene().lookup(".laboratory-name"));
        double usual = fx(() -> heading.getFont().getSize());

        window.press(KeyCode.CONTROL, KeyCode.EQUALS);
        eventually(() -> assertThat(heading.getFont().getSize()).isGreaterThan(usual));
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        eventually(() -> assertThat(heading.getFont().getSize()).isEqualTo(usual));
    }

    @Test
    void howeverLargeTheTextTheChartsKeepTheirRoom() {
        for (int larger = 0; larger < 4; larger++) window.press(KeyCode.CONTROL, KeyCode.EQUALS);

        eventually(() -> {
            Region views = (Region) window.scene().lookup(".views");
            Label heading = (Label) window.scene().lookup(".laboratory-name");
            assertThat(heading.getFont().getSize()).isGreaterThan(25);
            assertThat(views.getWidth()).isGreaterThan(0.45 * window.scene().getWidth());
        });
    }

    @Test
    void atNoSizeOfTextIsAnyNameCut() {
        for (int larger = 0; larger <= 4; larger++) {
            eventually(() -> assertThat(cut()).isEmpty());
            eventually(() -> assertThat(window.scene().getRoot().minWidth(-1)).isLessThanOrEqualTo(1024));
            window.press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
    }

    /** What labels and buttons say less of than they should. */
    private List<String> cut() {
        return window.scene().getRoot().lookupAll(".label, .button, .toggle-button").stream()
                .filter(Screen::seen)
                .map(Labeled.class::cast)
                .filter(labeled -> labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY)
                .filter(labeled -> !written(labeled).equals(labeled.getText()))
                .map(Labeled::getText)
                .toList();
    }

    private static String written(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text text ? text.getText() : "";
    }

    @Test
    void chartsAndTheEquationGrowWithTheText() throws Exception {
        ChartView chart = window.node("chart-loss", ChartCard.class).view();
        EquationView equation = fx(() -> (EquationView) window.scene().lookup(".equation"));
        await(() -> chart.seen().isPresent() && equation.prefHeight(-1) > 0);
        double margin = fx(() -> chart.seen().orElseThrow().plane().left());
        double height = fx(() -> equation.prefHeight(-1));

        for (int larger = 0; larger < 4; larger++) window.press(KeyCode.CONTROL, KeyCode.EQUALS);

        eventually(() -> assertThat(chart.seen().orElseThrow().plane().left()).isGreaterThan(1.6 * margin));
        eventually(() -> assertThat(equation.prefHeight(-1)).isGreaterThan(1.8 * height));
    }

    @Test
    void theTabKeyGoesThroughEverythingInTheOrderOfReading() {
        fx(() -> {
            window.scene().lookup("#search").requestFocus();
            return true;
        });
        var visited = new ArrayList<String>();
        for (int presses = 0; presses < 80 && !visited.contains("time-scale"); presses++) {
            visited.add(name(fx(() -> window.scene().getFocusOwner())));
            window.press(KeyCode.TAB);
        }

        assertThat(visited)
                .containsSubsequence(
                        "search",
                        "theme",
                        "laboratories",
                        "presets",
                        "chart-loss",
                        "chart-plane",
                        "dice",
                        "play",
                        "speed",
                        "time-line",
                        "time-scale")
                .contains("field-eta", "slider-eta", "field-kappa", "back", "forward", "reset", "branch", "pin");
    }

    private static String name(Node node) {
        return node instanceof ChartView ? node.getParent().getId() : String.valueOf(node.getId());
    }

    @Test
    void theKeyboardHasAVisibleFocus() {
        window.press(KeyCode.TAB);
        eventually(() ->
                assertThat(window.scene().getFocusOwner().isFocusVisible()).isTrue());
    }

    @Test
    void theRunGoesOnFromAMomentOfItsPastByKey() throws Exception {
        window.awaitSteps(10);
        window.press(KeyCode.HOME);
        eventually(() -> assertThat(window.bench().cursor()).isZero());
        Recording before = fx(() -> window.bench().progress().recording());

        window.press(KeyCode.B);

        await(() -> window.bench().progress().recording() != before);
        eventually(() -> assertThat(window.bench().tracks()).hasSize(2));
        assertThat(fx(() -> window.bench().cursor())).isNaN();
    }

    @Test
    void theRunBeginsAnewByKey() throws Exception {
        window.awaitSteps(10);
        window.press(KeyCode.SPACE);
        await(() -> !window.bench().playing());

        window.press(KeyCode.R);

        await(() -> window.bench().progress().step() == 0);
    }

    @Test
    void keysOfTheRunWorkWhileAButtonHasTheKeyboard() {
        fx(() -> {
            window.scene().lookup("#reset").requestFocus();
            return true;
        });
        window.press(KeyCode.P);

        eventually(() -> assertThat(window.bench().comparison().pins()).hasSize(1));
    }

    @Test
    void everyControlThatTakesTheKeyboardHasAName() {
        eventually(() -> assertThat(window.scene().getRoot().lookupAll("*").stream()
                        .filter(node -> node.isFocusTraversable() && node.isVisible())
                        .filter(node -> node.queryAccessibleAttribute(AccessibleAttribute.TEXT) == null
                                || node.queryAccessibleAttribute(AccessibleAttribute.TEXT)
                                        .toString()
                                        .isBlank())
                        .map(Node::toString)
                        .toList())
                .isEmpty());
    }

    private List<String> found() {
        return fx(() -> ((ListView<?>) window.scene().lookup("#palette-found"))
                .getItems().stream().map(item -> ((Command) item).name()).toList());
    }

    private List<String> help() {
        return window.labels("#help-card");
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Event;
import org.separatrix.lab.Laboratory;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;

/** A run from its beginning to a branch and to its events, by the keyboard; only the time line is also grasped. */
class RunBarWalkTest {
    private static final Laboratory LABORATORY = Laboratory.find("water-filling");
    private static OpenWindow window;

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.onWaterFilling();
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @BeforeEach
    void open() throws Exception {
        window.open(LABORATORY, "calm");
        fx(() -> {
            window.scene().lookup("#time-line").requestFocus();
            return true;
        });
    }

    @Test
    void aRunIsSteppedReplayedResetAndBranchedByKeys() throws Exception {
        window.press(KeyCode.R);
        await(() -> window.bench().progress().step() == 0);
        for (long step = 1; step <= 3; step++) {
            long reached = step;
            window.press(KeyCode.RIGHT);
            await(() -> window.bench().progress().step() == reached);
        }

        window.press(KeyCode.LEFT);
        eventually(() -> assertThat(window.bench().cursor()).isEqualTo(time(2)));
        window.press(KeyCode.HOME);
        eventually(() -> assertThat(window.bench().cursor()).isEqualTo(time(0)));
        window.press(KeyCode.RIGHT);
        eventually(() -> assertThat(window.bench().cursor()).isEqualTo(time(1)));

        Recording before = fx(() -> window.bench().progress().recording());
        window.press(KeyCode.B);
        await(() -> window.bench().progress().recording() != before);
        eventually(() -> assertThat(window.bench().progress().step()).isEqualTo(1));
        eventually(() -> assertThat(window.bench().tracks()).hasSize(2));

        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().state() == Run.State.RUNNING);
        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().state() == Run.State.PAUSED);
        assertThat(fx(() -> window.bench().progress().step())).isPositive();
    }

    @Test
    void theRunPausesAtTheNextEventAndOnceItIsKnownAtThatEventAlone() throws Exception {
        fx(() -> {
            window.bench().speed(1000);
            return true;
        });
        choosePause("Pause at every event");
        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().stopped());
        Event event = fx(() -> window.bench().progress().recording().events().getFirst());
        assertThat(fx(() -> window.bench().progress().time())).isCloseTo(event.time(), within(1.0));
        eventually(() -> assertThat(window.scene().lookup("#time-line .tick")).isNotNull());

        choosePause("Pause at “" + event.label() + "”");
        window.press(KeyCode.R);
        await(() -> window.bench().progress().step() == 0);
        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().stopped());
        assertThat(fx(() -> window.bench().progress().time())).isCloseTo(event.time(), within(1.0));
    }

    @Test
    void theTimeLineIsGraspedLinearlyAndLogarithmically() throws Exception {
        choosePause("Do not pause by itself");
        fx(() -> {
            window.bench().speed(Double.POSITIVE_INFINITY);
            return true;
        });
        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().state() == Run.State.OVER);
        ToggleButton scale = window.node("time-scale", ToggleButton.class);
        if (fx(scale::isSelected)) window.press(KeyCode.L);

        double end = fx(() -> Math.max(
                window.bench().preset().get().until(), window.bench().progress().time()));
        grasp(0.25);
        eventually(() -> assertThat(window.bench().cursor()).isCloseTo(end / 4, within(2.0)));

        window.press(KeyCode.L);
        grasp(0.25);
        eventually(() -> assertThat(window.bench().cursor()).isBetween(1.0, end / 8));
        window.press(KeyCode.END);
        eventually(() -> assertThat(window.bench().cursor()).isNaN());
    }

    private static double time(int row) {
        return window.bench().progress().recording().time(row);
    }

    /** Opens the menu of pauses by its key and goes down to an item. */
    private static void choosePause(String words) throws Exception {
        window.press(KeyCode.A);
        AutoPauseMenu menu = window.node("auto-pause", AutoPauseMenu.class);
        await(menu::isShowing);
        List<String> items =
                fx(() -> menu.getItems().stream().map(MenuItem::getText).toList());
        for (int down = 0; down <= items.indexOf(words); down++) window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        await(() -> !menu.isShowing());
        assertThat(fx(() -> window.bench().autoPause().words())).isEqualTo(words);
    }

    private static void grasp(double share) {
        window.robot().clickOn(Screen.place(window.node("time-line", TimeLine.class), share));
    }
}

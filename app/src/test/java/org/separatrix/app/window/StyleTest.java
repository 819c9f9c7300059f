package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the style sheets ask for is there. */
class StyleTest {
    private final Logger logger = Logger.getLogger("javafx.css");
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord said) {
            complaints.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(ear);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(ear);
        logger.setUseParentHandlers(true);
    }

    @Test
    void everyColourAndFontOfEveryPartIsKnownInBothThemes() throws Exception {
        try (OpenWindow window = OpenWindow.on("bowl")) {
            window.awaitSteps(30);
            look(window);
            window.robot().clickOn("#theme");
            look(window);
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void aColourThatIsNotThereIsHeardOf() throws Exception {
        try (OpenWindow window = OpenWindow.on("bowl")) {
            fx(() -> {
                window.scene().lookup(".laboratory-name").setStyle("-fx-text-fill: -no-such-colour;");
                return true;
            });
            await(() -> !complaints.isEmpty());
        }
    }

    private static void look(OpenWindow window) throws Exception {
        sheet(window, "#palette", KeyCode.CONTROL, KeyCode.K);
        sheet(window, "#key-sheet", KeyCode.SHIFT, KeyCode.F1);
        sheet(window, "#help-card", KeyCode.F1);
        popup(window, () -> window.node("auto-pause", AutoPauseMenu.class).show());
        ChartCard card = window.node("chart-loss", ChartCard.class);
        fx(() -> {
            card.view().requestFocus();
            return true;
        });
        window.robot().press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);
        await(() -> Window.getWindows().size() > 1);
        window.robot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        for (String tab : List.of("Landscape", "Notes", "Spectrum", "Dynamics")) window.turnTo(tab);
        fx(() -> {
            card.view().requestFocus();
            return true;
        });
        window.robot().press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        await(() -> card.getScene() != window.scene());
        fx(() -> {
            card.getScene().getWindow().hide();
            return true;
        });
        await(() -> card.getScene() == window.scene());
    }

    private static void sheet(OpenWindow window, String sheet, KeyCode... keys) throws Exception {
        window.robot().press(keys).release(keys);
        await(() -> {
            Node node = window.scene().lookup(sheet);
            return node != null && node.getLayoutBounds().getWidth() > 0;
        });
        window.robot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> window.scene().lookup(sheet) == null);
    }

    private static void popup(OpenWindow window, Runnable show) throws Exception {
        int before = fx(() -> Window.getWindows().size());
        fx(() -> {
            show.run();
            return true;
        });
        await(() -> Window.getWindows().size() > before);
        window.robot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> Window.getWindows().size() == before);
    }
}

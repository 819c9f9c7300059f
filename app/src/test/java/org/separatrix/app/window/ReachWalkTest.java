package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.separatrix.run.Run;

/** What the keyboard, a screen reader and the help reach. */
class ReachWalkTest {
    /** How far the mark of the focus may lie outside what it marks, in pixels. */
    private static final double RIM = 4;

    private static OpenWindow window;

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.on("bowl");
        window.awaitSteps(30);
        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().state() == Run.State.PAUSED);
        await(() -> window.node("chart-loss", ChartCard.class).view().seen().isPresent());
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @Test
    void whateverTheTabKeyReachesShowsThatItHasTheKeyboardAndSaysWhatItIs() {
        window.focus("search");
        window.press(KeyCode.TAB);
        var marked = new LinkedHashMap<Node, Image>();
        while (!marked.containsKey(owner())) {
            marked.put(owner(), picture(owner()));
            window.press(KeyCode.TAB);
        }

        assertThat(marked).hasSizeGreaterThan(25);
        marked.forEach((node, picture) -> {
            window.focus(node == window.scene().lookup("#time-line") ? "play" : "time-line");
            assertThat(differing(picture, picture(node)))
                    .as("focus of %s", node)
                    .isPositive();
            assertThat(node.getAccessibleRole())
                    .as("role of %s", node)
                    .isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT, null);
        });
    }

    private static Node owner() {
        return fx(() -> window.scene().getFocusOwner());
    }

    private static Image picture(Node node) {
        return fx(() -> {
            Bounds place = node.localToScene(node.getLayoutBounds());
            var parameters = new SnapshotParameters();
            parameters.setViewport(new Rectangle2D(
                    place.getMinX() - RIM,
                    place.getMinY() - RIM,
                    place.getWidth() + 2 * RIM,
                    place.getHeight() + 2 * RIM));
            return window.scene().getRoot().snapshot(parameters, null);
        });
    }

    private static int differing(Image one, Image other) {
        PixelReader left = one.getPixelReader();
        PixelReader right = other.getPixelReader();
        int count = 0;
        for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++)
            for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++)
                if (left.getArgb(x, y) != right.getArgb(x, y)) count++;
        return count;
    }

    @Test
    void everySheetAboveTheWindowIsReadAloud() {
        for (KeyCode[] keys : List.of(new KeyCode[] {KeyCode.F1}, new KeyCode[] {KeyCode.SHIFT, KeyCode.F1})) {
            Node below = owner();
            window.press(keys);
            eventually(() -> assertThat(window.scene().getFocusOwner()).isNotSameAs(below));
            assertThat(owner().getAccessibleRole()).isEqualTo(AccessibleRole.TEXT);
            assertThat(owner().getAccessibleText()).isNotBlank();
            window.press(KeyCode.ESCAPE);
            eventually(() -> assertThat(window.scene().getFocusOwner()).isSameAs(below));
        }
    }

    @Test
    void everyChartOfEveryTabIsToldInWordsAndTheWordsAreCopied() throws Exception {
        var seen = new ArrayList<String>();
        window.robot().moveTo("#play");
        for (String tab : List.of("Dynamics", "Landscape", "Phase diagram")) {
            assertThat(window.turnTo(tab)).isTrue();
            await(() -> !cards().isEmpty()
                    && cards().stream().allMatch(card -> card.view().seen().isPresent())
                    && window.workbench().isDone());
            for (ChartCard card : fx(ReachWalkTest::cards)) {
                fx(() -> {
                    card.view().requestFocus();
                    return true;
                });
                window.press(KeyCode.CONTROL, KeyCode.I);
                eventually(() -> assertThat(Clipboard.getSystemClipboard().getString())
                        .isEqualTo(card.view().queryAccessibleAttribute(AccessibleAttribute.TEXT)));
                seen.add(fx(() -> Clipboard.getSystemClipboard().getString()));
            }
        }
        window.turnTo("Dynamics");

        assertThat(seen).hasSizeGreaterThan(3).anyMatch(words -> words.startsWith("Loss: loss falls from"));
    }

    /** The cards of the tab in front. */
    private static List<ChartCard> cards() {
        return window.scene().getRoot().lookupAll(".card").stream()
                .filter(ChartCard.class::isInstance)
                .map(ChartCard.class::cast)
                .filter(card -> Screen.seen(card) && card.getWidth() > 0)
                .toList();
    }

    @Test
    void theSheetOfKeysAndTheTipsOfTheButtonsSayTheSame() {
        window.press(KeyCode.SHIFT, KeyCode.F1);
        eventually(
                () -> assertThat(window.scene().lookup("#key-sheet .key-cap")).isNotNull());
        List<String> words = window.labels("#key-sheet");
        window.press(KeyCode.ESCAPE);

        Map<String, String> tips = fx(() -> window.scene().getRoot().lookupAll(".button").stream()
                .map(Control.class::cast)
                .filter(button -> button.getTooltip() != null
                        && button.getTooltip().getText().endsWith(")"))
                .map(button -> button.getTooltip().getText())
                .distinct()
                .collect(Collectors.toMap(
                        tip -> tip.substring(0, tip.lastIndexOf(" (")),
                        tip -> tip.substring(tip.lastIndexOf('(') + 1, tip.length() - 1))));

        List<Key> chart = window.node("chart-loss", ChartCard.class).keys();
        assertThat(chart)
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(words).containsSequence(key.display(), key.name()));
        assertThat(tips).containsKeys("Play or pause", "Branch from the moment shown", "Search actions");
        tips.forEach((name, key) -> assertThat(words).containsSequence(key, name));
    }
}

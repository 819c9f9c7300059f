package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Series;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Figure;
import org.separatrix.viz.Notation;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Zoom;
import org.separatrix.viz.screen.ChartView;

/** Charts of a run that is over, with several series, an event and heat maps. */
class ChartsWalkTest {
    private static OpenWindow window;

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.onWaterFilling();
        fx(() -> {
            window.bench().pauseAt(new AutoPause.Never());
            window.bench().speed(Double.POSITIVE_INFINITY);
            return true;
        });
        await(() -> window.bench().progress().state() == Run.State.OVER);
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @BeforeEach
    void turnToDynamics() throws Exception {
        window.turnTo("Dynamics");
        await(() -> window.scene().lookup("#chart-rates") != null
                && view("rates").seen().isPresent());
    }

    @Test
    void theCrossHairTellsTheExactValueOfEveryCurve() {
        ChartView view = view("rates");
        Plane plane = fx(() -> view.seen().orElseThrow().plane());
        Recording recording = fx(() -> window.bench().progress().recording());
        List<Series> series = ((Chart) view.plot()).observable().series();
        List<String> rows = IntStream.range(0, recording.size())
                .mapToObj(row -> "Rates: iterations " + number(recording.time(row)) + "; "
                        + series.stream()
                                .map(each ->
                                        each.label() + " " + number(recording.simulatedAt("rates", each.key(), row)))
                                .collect(Collectors.joining("; ")))
                .toList();

        for (double share : List.of(0.1, 0.5, 0.9)) {
            window.robot()
                    .moveTo(fx(() -> view.localToScreen(
                            plane.left() + share * plane.width(), plane.top() + plane.height() / 2)));
            eventually(() -> assertThat(rows).contains(spoken(view)));
        }
        assertThat(series).hasSize(3);
    }

    private static String number(double value) {
        return Notation.value(value, 6);
    }

    private static String spoken(ChartView view) {
        return view.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString();
    }

    @Test
    void theWheelZoomsAndTheKeysGoBackForthAndOut() {
        ChartView view = view("rates");
        focus(view);

        Screen.roll(view, 80);
        eventually(() -> assertThat(view.look().zoom().x()).isPresent());
        Zoom near = fx(() -> view.look().zoom());
        window.press(KeyCode.ALT, KeyCode.LEFT);
        eventually(() -> assertThat(view.look().zoom()).isEqualTo(Zoom.ALL));
        window.press(KeyCode.ALT, KeyCode.RIGHT);
        eventually(() -> assertThat(view.look().zoom()).isEqualTo(near));
        window.press(KeyCode.CONTROL, KeyCode.RIGHT);
        eventually(() -> assertThat(view.look().zoom().x().orElseThrow().min())
                .isGreaterThan(near.x().orElseThrow().min()));
        window.press(KeyCode.DIGIT0);
        eventually(() -> assertThat(view.look().zoom()).isEqualTo(Zoom.ALL));
    }

    @Test
    void theLegendHidesAndShowsAlone() {
        Button first = entries().getFirst();
        assertThat(states()).containsExactly("shown", "shown", "shown");

        window.robot().clickOn(first);
        eventually(() -> assertThat(states()).containsExactly("hidden", "shown", "shown"));
        fx(() -> {
            first.requestFocus();
            return true;
        });
        window.press(KeyCode.ENTER);
        eventually(() -> assertThat(states()).containsExactly("shown", "hidden", "hidden"));
        window.press(KeyCode.ENTER);
        eventually(() -> assertThat(states()).containsExactly("shown", "shown", "shown"));
        window.robot().doubleClickOn(entries().getLast());
        eventually(() -> assertThat(states()).containsExactly("hidden", "hidden", "shown"));
        fx(() -> {
            entries().getLast().requestFocus();
            return true;
        });
        window.press(KeyCode.ENTER);
        eventually(() -> assertThat(states()).containsExactly("shown", "shown", "shown"));
    }

    private static List<Button> entries() {
        return fx(() -> view("rates").lookupAll(".entry").stream()
                .map(Button.class::cast)
                .sorted((one, other) -> one.getAccessibleText().compareTo(other.getAccessibleText()))
                .toList());
    }

    private static List<String> states() {
        return entries().stream()
                .map(entry -> entry.getAccessibleText().replaceAll(".*, ", ""))
                .toList();
    }

    @Test
    void theSummaryTellsTheEvent() throws Exception {
        focus(view("rates"));
        window.press(KeyCode.CONTROL, KeyCode.I);

        await(() -> Clipboard.getSystemClipboard().hasString()
                && Clipboard.getSystemClipboard().getString().startsWith("Rates: "));
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).contains("Events: converged at");
    }

    @Test
    void aHeatMapTakesEveryMapOfColours() throws Exception {
        window.turnTo("More");
        await(() -> window.scene().lookup("#chart-allocation") != null
                && view("allocation").seen().isPresent());
        ChartView view = view("allocation");
        var pictures = new HashMap<String, List<Integer>>();
        for (String map : List.of("As suits the values", "Viridis", "Cividis", "Diverging", "Cyclic")) {
            fx(() -> {
                colours().stream()
                        .filter(item -> item.getText().equals(map))
                        .findFirst()
                        .orElseThrow()
                        .fire();
                return true;
            });
            pictures.put(map, pixels(view));
        }

        assertThat(pictures.remove("As suits the values")).isEqualTo(pictures.get("Viridis"));
        assertThat(pictures.values()).doesNotHaveDuplicates();
    }

    private static List<MenuItem> colours() {
        return ChartMenu.of(window.node("chart-allocation", ChartCard.class)).getItems().stream()
                .filter(item -> "menu-colours".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .toList();
    }

    private static List<Integer> pixels(ChartView view) {
        var image = fx(() -> new Figure(view.picture(), view.look().theme().background(), 320, 200))
                .image(1);
        return Arrays.stream(image.getRGB(0, 0, 320, 200, null, 0, 320)).boxed().toList();
    }

    private static ChartView view(String chart) {
        return ((ChartCard) window.scene().lookup("#chart-" + chart)).view();
    }

    private static void focus(ChartView view) {
        fx(() -> {
            view.requestFocus();
            return true;
        });
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.lab.Scale;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Part;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Zoom;
import org.separatrix.viz.screen.ChartView;

class ChartCardTest {
    private OpenWindow window;
    private ChartCard card;
    private ChartView view;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("bowl");
        window.awaitSteps(30);
        window.robot().clickOn("#play");
        card = window.node("chart-loss", ChartCard.class);
        view = card.view();
        await(() -> view.seen().isPresent());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Plane plane() {
        return fx(() -> view.seen().orElseThrow().plane());
    }

    /** A point of the plot on the screen, by shares of it. */
    private Point2D at(double x, double y) {
        Plane plane = plane();
        return fx(() -> view.localToScreen(plane.left() + x * plane.width(), plane.bottom() - y * plane.height()));
    }

    private void focus() {
        fx(() -> {
            view.requestFocus();
            return true;
        });
    }

    @Test
    void aClickOnAnAxisChangesItsSpacingAndAnotherChangesItBack() throws Exception {
        Scale before = plane().x().scale();

        window.robot().clickOn("#chart-loss .axis-x");
        await(() -> view.seen().orElseThrow().plane().x().scale() != before);
        window.robot().clickOn("#chart-loss .axis-x");

        await(() -> view.seen().orElseThrow().plane().x().scale() == before);
    }

    @Test
    void aRectangleIsZoomedIntoAndADoubleClickShowsEverythingAgain() throws Exception {
        Plane all = plane();

        window.robot().drag(at(0.2, 0.2)).dropTo(at(0.6, 0.7));

        await(() -> view.seen().orElseThrow().plane().x().max() < all.x().max());
        eventually(() -> assertThat(plane().x().min()).isCloseTo(all.x().at(0.2), within(all, 0.02)));
        eventually(() -> assertThat(plane().x().max()).isCloseTo(all.x().at(0.6), within(all, 0.02)));
        window.robot().doubleClickOn(at(0.5, 0.5));
        await(() -> view.look().zoom().equals(Zoom.ALL));
    }

    private static org.assertj.core.data.Offset<Double> within(Plane plane, double share) {
        return org.assertj.core.data.Offset.offset(
                share * (plane.x().max() - plane.x().min()));
    }

    @Test
    void theMiddleButtonPans() throws Exception {
        Plane all = plane();

        window.robot().drag(at(0.5, 0.5), MouseButton.MIDDLE).dropTo(at(0.3, 0.5));

        await(() -> view.seen().orElseThrow().plane().x().min() > all.x().min());
        eventually(() -> assertThat(view.look().zoom().y()).isEmpty());
    }

    @Test
    void theKeysReadZoomAndComeBack() throws Exception {
        focus();

        window.press(KeyCode.RIGHT);
        eventually(() -> assertThat(spoken()).contains("time"));
        String first = spoken();
        window.press(KeyCode.RIGHT);
        eventually(() -> assertThat(spoken()).isNotEqualTo(first).contains("time"));
        window.press(KeyCode.PLUS);
        await(() -> !view.look().zoom().equals(Zoom.ALL));
        Zoom near = fx(() -> view.look().zoom());
        window.press(KeyCode.ALT, KeyCode.LEFT);
        eventually(() -> assertThat(view.look().zoom()).isEqualTo(Zoom.ALL));
        window.press(KeyCode.ALT, KeyCode.RIGHT);
        eventually(() -> assertThat(view.look().zoom()).isEqualTo(near));
        window.press(KeyCode.DIGIT0);
        eventually(() -> assertThat(view.look().zoom()).isEqualTo(Zoom.ALL));
        window.press(KeyCode.ESCAPE);
        eventually(() -> assertThat(spoken()).startsWith("Loss: loss falls"));
    }

    private String spoken() {
        return fx(() -> view.queryAccessibleAttribute(AccessibleAttribute.TEXT)).toString();
    }

    @Test
    void theThemeAndTheRunLeaveTheZoomAsItIs() throws Exception {
        focus();
        window.press(KeyCode.PLUS);
        await(() -> !view.look().zoom().equals(Zoom.ALL));
        Zoom near = fx(() -> view.look().zoom());

        window.robot().clickOn("#theme");
        window.robot().clickOn("#forward");

        eventually(() -> assertThat(view.look().zoom()).isEqualTo(near));
    }

    @Test
    void theMenuOpensByKeyAndCopiesDataSummaryAndPicture() throws Exception {
        choose("menu-copy-data");
        await(() -> clipboard().hasString());
        eventually(() -> assertThat(clipboard().getString()).startsWith("step,time,loss"));

        choose("menu-copy-summary");
        await(() -> clipboard().hasString() && clipboard().getString().startsWith("Loss: loss falls"));

        choose("menu-copy-picture");
        await(() -> clipboard().hasImage());
        assertThat(fx(() -> clipboard().getImage().getWidth())).isGreaterThan(fx(view::getWidth));
    }

    private static Clipboard clipboard() {
        return Clipboard.getSystemClipboard();
    }

    private void choose(String item) throws Exception {
        focus();
        window.press(KeyCode.SHIFT, KeyCode.F10);
        await(() ->
                Window.getWindows().stream().anyMatch(each -> each.getScene().lookup("#" + item) != null));
        window.robot().clickOn("#" + item);
    }

    @Test
    void anySeriesIsHiddenAndShownFromTheMenu() throws Exception {
        fx(() -> {
            view.toggle(Part.THEORY);
            return true;
        });
        await(() -> view.seen().orElseThrow().legend().stream().anyMatch(spot -> !spot.shown()));

        focus();
        window.press(KeyCode.SHIFT, KeyCode.F10);
        eventually(() -> assertThat(shown()).contains("loss=true", "theory=false"));
        window.press(KeyCode.ESCAPE);
    }

    /** What the menu says of each part. */
    private static List<String> shown() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> "menu-shown".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .map(part -> part.getText() + "=" + ((CheckMenuItem) part).isSelected())
                .toList();
    }

    @Test
    void whatTheColoursMeanIsLockedMadeLogarithmicAndContouredFromTheMenu() throws Exception {
        window.turnTo("Landscape");
        await(() -> window.scene().lookup("#chart-map-plane") != null);
        card = window.node("chart-map-plane", ChartCard.class);
        view = card.view();
        await(() -> view.seen().flatMap(Layout::colours).isPresent());

        fire("menu-lock-colours");
        await(() -> view.look().range().isPresent());
        boolean lines = fx(() -> view.look().contours());
        fire("menu-contours");
        await(() -> view.look().contours() != lines);
        Scale spacing = fx(view::spacingOfColours);
        fire("menu-log-colours");
        await(() -> view.spacingOfColours() != spacing);
    }

    /** Chooses an item of a menu that may be longer than the screen. */
    private void fire(String id) {
        fx(() -> {
            ChartMenu.of(card).getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    @Test
    void thePictureIsSaved(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(fx(card::fileName));

        fx(() -> {
            card.save(file);
            return true;
        });

        await(() -> window.bench().message().get().equals("picture saved: " + file));
        assertThat(file).hasFileName("bowl-loss.png");
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aChartFillsTheTabUntilEscape() throws Exception {
        double small = fx(this::area);
        focus();

        window.press(KeyCode.ENTER);
        await(() -> area() > 1.5 * small);
        window.press(KeyCode.ESCAPE);

        await(() -> Math.abs(area() - small) < 1000);
    }

    private double area() {
        return card.getWidth() * card.getHeight();
    }

    @Test
    void aCardIsMovedByKeysAndByItsTitle() throws Exception {
        eventually(() -> assertThat(places()).startsWith("chart-loss", "chart-plane"));

        focus();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        await(() -> places().indexOf("chart-loss") == 1);

        Node other = window.node("chart-plane", Node.class);
        window.robot().drag(title(card)).dropTo(title(other));
        await(() -> places().indexOf("chart-loss") == 0);
    }

    private List<String> places() {
        return fx(() -> card.getParent().getChildrenUnmodifiable().stream()
                .map(Node::getId)
                .toList());
    }

    private static Point2D title(Node card) {
        return fx(() -> card.localToScreen(card.getLayoutBounds().getWidth() / 2, 10));
    }

    @Test
    void aChartHasAWindowOfItsOwnUntilThatIsClosed() throws Exception {
        focus();
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> card.getScene() != window.scene() && card.getScene() != null);
        Stage own = (Stage) fx(() -> card.getScene().getWindow());
        eventually(() -> assertThat(own.getTitle()).startsWith("Loss"));

        fx(() -> {
            own.close();
            return true;
        });

        await(() -> card.getScene() == window.scene());
    }

    @Test
    void theLegendIsReachedByKeyAndTellsWhatIsShown() throws Exception {
        Button theory = fx(() -> card.lookupAll(".entry").stream()
                .map(Button.class::cast)
                .filter(button -> button.getAccessibleText().startsWith("theory"))
                .findFirst()
                .orElseThrow());
        eventually(() -> assertThat(theory.isFocusTraversable()).isTrue());
        fx(() -> {
            theory.requestFocus();
            return true;
        });

        window.press(KeyCode.SPACE);

        await(() -> theory.getAccessibleText().equals("theory, hidden"));
        window.press(KeyCode.ENTER);
        await(() -> theory.getAccessibleText().equals("theory, shown"));
        eventually(() -> assertThat(window.bench().playing()).isFalse());
    }

    @Test
    void aRunThatDivergesIsExplainedOverTheChartsUntilItIsReset() throws Exception {
        fx(() -> {
            window.bench().settings(window.bench().settings().get().with("eta", "9"), false);
            window.bench().speed(Double.POSITIVE_INFINITY);
            window.bench().toggle();
            return true;
        });
        Label sentence = window.node("banner-sentence", Label.class);
        await(() -> !window.bench().playing());
        fx(() -> {
            window.bench().toggle();
            return true;
        });
        await(() -> sentence.getParent().isVisible());
        eventually(() -> assertThat(sentence.getText())
                .startsWith("The run has diverged: ")
                .contains("stability limit 2/κ = 1"));

        window.robot().clickOn("#banner-reset");

        await(() -> !sentence.getParent().isVisible());
        eventually(() -> assertThat(window.bench().progress().step()).isLessThan(10));
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.Arrays;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Parameter;
import org.separatrix.viz.DiagramChart;
import org.separatrix.viz.Plane;
import org.separatrix.viz.screen.ChartView;

class DiagramViewTest {
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("bowl");
        window.robot().clickOn("Phase diagram");
        await(() -> words().contains("done") && view() != null && view().seen().isPresent());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private String words() {
        return window.node("sweep-words", Label.class).getText();
    }

    private ChartView view() {
        ChartCard card = window.node("chart-diagram", ChartCard.class);
        return card == null ? null : card.view();
    }

    private DiagramChart chart() {
        return (DiagramChart) view().plot();
    }

    /** The place on the screen where a point of the plane is seen. */
    private Point2D place(double x, double y) {
        return fx(() -> {
            Plane plane = view().seen().orElseThrow().plane();
            return view().localToScreen(plane.pixelX(x), plane.pixelY(y));
        });
    }

    private void click(double x, double y) {
        fx(() -> {
            Plane plane = view().seen().orElseThrow().plane();
            Point2D place = view().localToScene(plane.pixelX(x), plane.pixelY(y));
            mouse(MouseEvent.MOUSE_PRESSED, place.getX(), place.getY());
            mouse(MouseEvent.MOUSE_RELEASED, place.getX(), place.getY());
            return true;
        });
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(
                view(),
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    private void type(String field, String text) {
        window.robot()
                .clickOn("#" + field)
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write(text)
                .push(KeyCode.ENTER);
    }

    @Test
    void theDefaultDiagramFillsInByItself() {
        eventually(() -> assertThat(chart().title()).isEqualTo("Stability"));
        eventually(() -> assertThat(chart().boundaries()).hasSize(1));
        eventually(() -> assertThat(chart().map().at(0, 0))
                .hasValueSatisfying(cell -> assertThat(cell.judged()).isTrue()));
        eventually(() -> assertThat(chart().summary()).contains("Points without a number: diverged"));
        assertThat(window.node("sweep-play", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aClickOnAPointOpensThatVeryRun() throws Exception {
        double eta = fx(() -> chart().map().x()[2]);
        double kappa = fx(() -> chart().map().y()[6]);

        // The last picture follows the word that all is done.
        eventually(() -> assertThat(chart().map().at(2, 6)).isPresent());
        click(eta, kappa);

        await(() -> !window.bench().settings().get().texts().get("kappa").equals("2"));
        eventually(() -> assertThat(window.bench().settings().get().texts())
                .isEqualTo(chart().map()
                        .recipe(2, 6, 0)
                        .settings(window.bench().laboratory())
                        .texts()));
        eventually(() -> assertThat(((TabPane) window.scene().lookup(".views"))
                        .getSelectionModel()
                        .getSelectedItem()
                        .getText())
                .isEqualTo("Dynamics"));
    }

    @Test
    void aRectangleIsLookedAtCloserAndOneCanGoBack() throws Exception {
        GridAxis before = fx(() -> chart().map().plan().x());

        window.robot().drag(place(0.1, 1), MouseButton.PRIMARY).dropTo(place(0.5, 4));

        await(() -> chart().map().plan().x().max() < before.max() && words().contains("done"));
        eventually(() -> assertThat(chart().map().plan().x().points()).isEqualTo(before.points()));
        eventually(() -> assertThat(chart().map().plan().x().min()).isBetween(0.08, 0.13));

        window.robot().clickOn("#sweep-back");

        await(() -> chart().map().plan().x().equals(before));
        eventually(() -> assertThat(
                        window.node("diagram-x-values", TextField.class).getText())
                .isEqualTo("0.05:2:9:log"));
    }

    @Test
    void severalSeedsBringAMapOfTheStandardError() throws Exception {
        type("diagram-seeds", "3");

        await(() -> window.node("chart-error", Node.class) != null);
        await(() -> chart().map().plan().replicates() == 3 && words().contains("done"));
        eventually(
                () -> assertThat(Arrays.stream(chart().map().errors().value())).anyMatch(error -> error > 0));
    }

    @Test
    void axesComeFromListsAndImpossibleOnesAreRefusedInASentence() throws Exception {
        @SuppressWarnings("unchecked")
        ComboBox<Parameter<?>> axis = window.node("diagram-x", ComboBox.class);
        assertThat(axis.getItems()).extracting(Parameter::key).containsExactly("eta", "kappa");

        fx(() -> {
            axis.setValue(axis.getItems().get(1));
            return true;
        });
        Label complaint = fx(() -> (Label) window.scene().lookup(".diagram-controls .complaint"));
        eventually(() -> assertThat(complaint.getText()).contains("kappa: the two axes need two parameters"));

        type("diagram-x-values", "1:100:4");
        eventually(() -> assertThat(complaint.isVisible()).isTrue());
        eventually(() -> assertThat(complaint.getText()).contains("100"));
    }

    @Test
    void howeverNarrowTheWindowWhatIsTypedIsSeenInFull() {
        for (double width : new double[] {1440, 1024}) {
            fx(() -> {
                window.scene().getWindow().setWidth(width);
                return true;
            });
            for (String field : List.of("diagram-seeds", "diagram-x-values", "diagram-y-values"))
                eventually(() -> assertSeenInFull(field, width));
        }
    }

    private void assertSeenInFull(String id, double width) {
        assertThat(window.scene().getWidth()).isEqualTo(width);
        window.scene().getRoot().layout();
        Region field = (Region) window.scene().lookup("#" + id);
        Region views = (Region) window.scene().lookup(".views");
        assertThat(field.getWidth()).isGreaterThanOrEqualTo(field.prefWidth(-1));
        assertThat(field.localToScene(field.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(views.localToScene(views.getLayoutBounds()).getMaxX());
    }

    @Test
    void calledOffItKeepsWhatItFoundAndGoesOnWhereItStopped() throws Exception {
        type("diagram-seeds", "5000");
        await(() -> words().contains("of") && words().contains("left"));

        window.robot().clickOn("#sweep-cancel");
        await(() -> words().contains("called off"));
        window.robot().clickOn("#sweep-play");

        await(() -> words().contains("left"));
        window.robot().clickOn("#sweep-play");
        await(() -> words().contains("paused"));
    }
}

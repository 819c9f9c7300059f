package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.awt.image.BufferedImage;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.TabPane;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Portrait;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Plane;
import org.separatrix.viz.screen.ChartView;

/** The laboratory of water-filling as it is used in the window. */
class WaterFillingWindowTest {
    private static final Laboratory LABORATORY = Laboratory.find("water-filling");

    /** Some pixels of the portrait, as a share. */
    private static final Offset<Double> NEAR = Offset.offset(0.02);

    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("water-filling", "users", Compute.SCALAR);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aClickInThePortraitStartsARunThere() throws Exception {
        fx(() -> {
            window.workbench().open(LABORATORY, LABORATORY.preset("tug-of-war"));
            return true;
        });
        await(() -> window.turnTo("Landscape"));
        // The portrait has the tab for itself until the landscape comes, and its plane gives way to the legend of a
        // run.
        await(() ->
                view("landscape").isPresent() && portrait().filter(this::rests).isPresent());

        window.robot().clickOn(pixel(0.2, 0.7));

        eventually(() -> {
            Mark start = start();
            assertThat(start.x()).isCloseTo(0.2, NEAR);
            assertThat(start.y()).isCloseTo(0.7, NEAR);
        });
        await(() -> window.bench().progress().step() > 0);
    }

    /** A chart of the tab in front; another tab may have one of the same name. */
    private Optional<ChartView> view(String name) {
        var views = (TabPane) window.scene().lookup(".views");
        return Optional.ofNullable(
                        views.getSelectionModel().getSelectedItem().getContent().lookup("#chart-" + name))
                .map(card -> ((ChartCard) card).view());
    }

    private Optional<ChartView> portrait() {
        return view("plane");
    }

    /** Whether the picture seen is of a run, and lies as one would that is drawn now. */
    private boolean rests(ChartView view) {
        Optional<Layout> seen = view.seen().filter(layout -> !layout.legend().isEmpty());
        return seen.isPresent() && seen.equals(drawn(view));
    }

    private static Optional<Layout> drawn(ChartView view) {
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        try {
            return view.picture().draw(graphics, view.getWidth(), view.getHeight());
        } finally {
            graphics.dispose();
        }
    }

    private Point2D pixel(double x, double y) {
        return fx(() -> {
            ChartView view = portrait().orElseThrow();
            Plane plane = view.seen().orElseThrow().plane();
            return view.localToScreen(plane.pixelX(x), plane.pixelY(y));
        });
    }

    /** Where the run on the bench says that it began. */
    private Mark start() {
        Portrait portrait = window.bench().observables().stream()
                .filter(Portrait.class::isInstance)
                .map(Portrait.class::cast)
                .findFirst()
                .orElseThrow();
        return window
                .bench()
                .progress()
                .newest()
                .flatMap(snapshot -> snapshot.get(portrait))
                .map(Portrait.Values::marks)
                .orElseThrow()
                .stream()
                .filter(mark -> mark.role() == Mark.Role.START)
                .findFirst()
                .orElseThrow();
    }
}

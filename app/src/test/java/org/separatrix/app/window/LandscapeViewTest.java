package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.Arrays;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Mark;
import org.separatrix.run.Recording;
import org.separatrix.viz.LandscapeChart;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Viewpoint;
import org.separatrix.viz.Zoom;
import org.separatrix.viz.screen.ChartView;

class LandscapeViewTest {
    private OpenWindow window;
    private ChartView relief;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("bowl");
        window.awaitSteps(30);
        await(() -> window.scene().lookup("#tab-landscape") != null);
        window.robot().clickOn("#tab-landscape");
        await(() -> window.scene().lookup("#chart-landscape") != null);
        relief = window.node("chart-landscape", ChartCard.class).view();
        await(() -> relief.seen().isPresent());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Point2D at(ChartView view, double x, double y) {
        Plane plane = fx(() -> view.seen().orElseThrow().plane());
        return fx(() -> view.localToScreen(plane.left() + x * plane.width(), plane.bottom() - y * plane.height()));
    }

    private void press(KeyCode... codes) {
        fx(() -> {
            relief.requestFocus();
            return true;
        });
        window.robot().press(codes).release(codes);
    }

    private Viewpoint from() {
        return fx(() -> relief.look().viewpoint());
    }

    private static LandscapeChart chart(ChartView view) {
        return (LandscapeChart) fx(view::plot);
    }

    private int[] pixels() {
        return fx(() -> {
            WritableImage image = relief.snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return pixels;
        });
    }

    private void awaitAnotherPictureThan(int[] before) throws Exception {
        await(() -> !Arrays.equals(before, pixels()));
    }

    /** Brings the run to rest with its landscape drawn. */
    private int[] rest() throws Exception {
        window.robot().clickOn("#play");
        await(() -> !window.bench().playing());
        var grid = new Object() {
            LandscapeChart last;
        };
        await(() -> {
            LandscapeChart now = (LandscapeChart) relief.plot();
            boolean settled = now.landscape() == (grid.last == null ? null : grid.last.landscape())
                    && now.landscape().marks().getFirst().x()
                            == window.bench()
                                    .run()
                                    .landscapes()
                                    .join()
                                    .getFirst()
                                    .marks()
                                    .getFirst()
                                    .x()
                    && now.grids().getFirst().x().length > 100;
            grid.last = now;
            return settled;
        });
        return pixels();
    }

    @Test
    void opensWithASurfaceInSpaceAndAMapBesideIt() throws Exception {
        await(() -> window.scene().lookup("#chart-map-plane") != null);
        ChartView map = window.node("chart-map-plane", ChartCard.class).view();
        await(() -> map.seen().isPresent());

        assertThat(fx(relief::inSpace)).isTrue();
        assertThat(fx(map::inSpace)).isFalse();
        assertThat((String) fx(() -> relief.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .startsWith("Loss: E over x and y");
    }

    @Test
    void theMouseTurnsItNearsItAndADoubleClickBringsItBack() throws Exception {
        int[] before = rest();

        window.robot().drag(at(relief, 0.5, 0.5)).dropTo(at(relief, 0.7, 0.3));
        await(() -> from().azimuth() < Viewpoint.START.azimuth() && from().elevation() > Viewpoint.START.elevation());
        awaitAnotherPictureThan(before);
        window.robot().moveTo(at(relief, 0.5, 0.5)).scroll(-3);
        await(() -> from().nearness() != 1);
        window.robot().doubleClickOn(at(relief, 0.5, 0.5));

        await(() -> from().equals(Viewpoint.START));
    }

    @Test
    void theArrowKeysTurnItAndTheShiftKeyMakesItHigher() throws Exception {
        int[] before = rest();

        press(KeyCode.RIGHT);
        assertThat(from().azimuth()).isLessThan(Viewpoint.START.azimuth());
        press(KeyCode.UP);
        assertThat(from().elevation()).isGreaterThan(Viewpoint.START.elevation());
        press(KeyCode.DIGIT0);
        assertThat(from()).isEqualTo(Viewpoint.START);
        press(KeyCode.SHIFT, KeyCode.UP);

        assertThat(from().exaggeration()).isGreaterThan(1);
        awaitAnotherPictureThan(before);
    }

    @Test
    void aPastMomentHasTheLandscapeThatItHad() throws Exception {
        rest();
        Recording recording = fx(() -> window.bench().progress().recording());
        double[] loss = recording.simulated("loss", "loss");
        int row = recording.size() / 3;

        fx(() -> {
            window.bench().scrub(recording.time(row));
            return true;
        });

        eventually(() ->
                assertThat(moment()).isEqualTo("surface and path at time t " + Readout.number(recording.time(row))));
        eventually(() -> assertThat(lossAtTheMark()).isCloseTo(loss[row], within(1e-9)));
        window.robot().press(KeyCode.END).release(KeyCode.END);
        eventually(() -> assertThat(moment())
                .isEqualTo("surface and path at time t " + Readout.number(recording.time(recording.size() - 1))));
        eventually(() -> assertThat(lossAtTheMark()).isCloseTo(loss[recording.size() - 1], within(1e-9)));
    }

    private String moment() {
        return ((Label) window.scene().lookup("#landscape-moment")).getText();
    }

    /** The height of the surface where the system is. */
    private double lossAtTheMark() {
        Landscape landscape = ((LandscapeChart) relief.plot()).landscape();
        Mark now = landscape.marks().stream()
                .filter(mark -> mark.role() == Mark.Role.NOW)
                .findFirst()
                .orElseThrow();
        return landscape.surfaces().getFirst().function().at(now.x(), now.y());
    }

    @Test
    void theSurfaceIsReadUnderThePointerAndByTheKeys() throws Exception {
        rest();

        window.robot().moveTo(at(relief, 0.5, 0.5));
        await(() -> spoken().startsWith("Loss: x "));
        String under = spoken();
        press(KeyCode.CONTROL, KeyCode.RIGHT);
        await(() -> spoken().startsWith("Loss: x ") && !spoken().equals(under));
        press(KeyCode.ESCAPE);
        await(() -> spoken().startsWith("Loss: E over x and y"));
    }

    private String spoken() {
        return relief.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString();
    }

    @Test
    void aKeyMakesAMapOfTheSurfaceAndASurfaceOfTheMap() throws Exception {
        press(KeyCode.DIGIT3);
        await(() -> !relief.inSpace());

        press(KeyCode.DIGIT3);

        await(relief::inSpace);
    }

    @Test
    void itFollowsTheRunAndAMapThatIsZoomedIntoIsEvaluatedMoreFinely() throws Exception {
        LandscapeChart first = chart(relief);
        await(() -> ((LandscapeChart) relief.plot()).landscape() != first.landscape());
        await(() -> window.scene().lookup("#chart-map-plane") != null);
        ChartView map = window.node("chart-map-plane", ChartCard.class).view();
        await(() -> map.seen().isPresent());

        window.robot().drag(at(map, 0.4, 0.4)).dropTo(at(map, 0.6, 0.6));

        await(() -> !map.look().zoom().equals(Zoom.ALL));
        await(() -> {
            double[] x = ((LandscapeChart) map.plot()).grids().getFirst().x();
            return x[x.length - 1] - x[0] < 1.5;
        });
    }
}

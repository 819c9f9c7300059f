package org.separatrix.viz.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Scale;
import org.separatrix.labs.bowl.BowlLaboratory;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Track;
import org.separatrix.viz.Zoom;

class ChartViewTest {
    private static final Laboratory BOWL = new BowlLaboratory();

    private final Rasteriser rasteriser = new Rasteriser(1);
    private Recording recording;
    private Stage stage;
    private ChartView view;

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @BeforeEach
    void show() {
        try (Run run = Run.open(BOWL, BOWL.standard(), Data.NONE, Compute.AUTO, Runnable::run)) {
            run.step(200);
            recording = run.recording();
        }
        Observable<?> loss = recording.observables().getFirst();
        Toolkit.on(() -> {
            view = new ChartView(
                    rasteriser, Chart.of(loss, Look.of(Theme.LIGHT)).with(List.of(Track.main(recording))));
            stage = new Stage();
            stage.setScene(new Scene(view, 480, 320));
            stage.show();
            return null;
        });
        drawn();
    }

    @AfterEach
    void close() {
        Toolkit.on(() -> {
            stage.close();
            return null;
        });
        rasteriser.close();
    }

    /** Waits, pulse by pulse, until the picture seen is that of the chart asked for. */
    private Plane drawn() {
        var done = new CompletableFuture<Plane>();
        Toolkit.on(() -> {
            new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (view.seen().isEmpty()) return;
                    stop();
                    done.complete(view.seen().orElseThrow().plane());
                }
            }.start();
            return null;
        });
        return Toolkit.await(done);
    }

    @Test
    void thePictureFillsTheView() {
        WritableImage image = Toolkit.on(() -> view.snapshot(null, null));

        assertThat(image.getWidth()).isEqualTo(480);
        boolean blue = false;
        for (int x = 0; x < 480; x++)
            for (int y = 0; y < 320; y++)
                blue |= (image.getPixelReader().getArgb(x, y) & 0xFFFFFF)
                        == Theme.LIGHT.series().getFirst().rgb();
        assertThat(blue).isTrue();
    }

    @Test
    void aSceneWithoutWindowHasPicturesToo() {
        Toolkit.on(() -> {
            stage.close();
            view = new ChartView(rasteriser, view.plot());
            new Scene(view, 300, 200);
            view.resize(300, 200);
            view.layout();
            return null;
        });

        assertThat(drawn().width()).isBetween(200.0, 300.0);
    }

    @Test
    void aScreenReaderHearsTheSummary() {
        Object words = Toolkit.on(() -> view.queryAccessibleAttribute(AccessibleAttribute.TEXT));

        assertThat(words).asString().startsWith("Loss: loss falls from");
    }

    @Test
    void thePointerTellsTheValuesBelowIt() {
        Plane plane = drawn();

        String seen = Toolkit.on(() -> {
            move(plane.left() + plane.width() / 2, plane.top() + 20);
            return words();
        });

        assertThat(seen).contains("time t", "loss", "theory");
        assertThat(Toolkit.on(() -> {
                    move(3, 3);
                    return view.lookupAll("Text").stream()
                            .anyMatch(node -> node.getParent().getParent().isVisible());
                }))
                .isFalse();
    }

    @Test
    void theCrossHairMovesAlongTheRecordedTimes() {
        drawn();

        String first = Toolkit.on(() -> move(0.01));
        String second = Toolkit.on(() -> move(0.01));
        String far = Toolkit.on(() -> move(0.1));

        assertThat(List.of(first, second, far)).doesNotHaveDuplicates().allMatch(words -> words.contains("theory"));
        assertThat(Toolkit.on(() -> view.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .asString()
                .startsWith("Loss: time t ");
    }

    @Test
    void theWheelZoomsAboutThePointerAndOneGestureIsOneStepBack() {
        Plane plane = drawn();

        Zoom zoom = Toolkit.on(() -> {
            scroll(plane.left() + plane.width() / 4, plane.top() + 30, 80);
            scroll(plane.left() + plane.width() / 4, plane.top() + 30, 80);
            return view.look().zoom();
        });

        double under = plane.x().at(0.25);
        assertThat(zoom.x().orElseThrow().min()).isBetween(plane.x().min(), under);
        assertThat(zoom.x().orElseThrow().max()).isBetween(under, plane.x().max());
        assertThat(zoom.y()).isPresent();
        assertThat(Toolkit.on(() -> {
                    view.back();
                    return view.look().zoom();
                }))
                .isEqualTo(Zoom.ALL);
        assertThat(Toolkit.on(() -> {
                    view.forward();
                    return view.look().zoom();
                }))
                .isEqualTo(zoom);
    }

    @Test
    void theWheelOverAnAxisZoomsThatAxisAlone() {
        Plane plane = drawn();

        Zoom zoom = Toolkit.on(() -> {
            scroll(plane.left() + plane.width() / 2, plane.bottom() + 8, 80);
            return view.look().zoom();
        });

        assertThat(zoom.x()).isPresent();
        assertThat(zoom.y()).isEmpty();
    }

    @Test
    void oneZoomsPansTurnsAxesAndSeesEverythingAgain() {
        drawn();

        Zoom near = Toolkit.on(() -> {
            view.scale(0.5);
            return view.look().zoom();
        });
        Zoom beside = Toolkit.on(() -> {
            view.pan(0.1, 0);
            return view.look().zoom();
        });
        Zoom all = Toolkit.on(() -> {
            view.showAll();
            return view.look().zoom();
        });
        Scale before = Toolkit.on(view::spacingX);
        Scale after = Toolkit.on(() -> {
            view.turnX();
            return view.spacingX();
        });

        assertThat(beside.x().orElseThrow().min())
                .isGreaterThan(near.x().orElseThrow().min());
        assertThat(all).isEqualTo(Zoom.ALL);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aLookOutlivesAnotherRun() {
        drawn();

        Toolkit.on(() -> {
            view.scale(0.5);
            view.show(Chart.of(recording.observables().getFirst(), Look.of(Theme.LIGHT)));
            return null;
        });

        assertThat(view.look().zoom()).isNotEqualTo(Zoom.ALL);
    }

    @Test
    void aClickPicksItsPointAndADragDoesNot() {
        Plane plane = drawn();
        var picked = new ArrayList<Point2D>();
        double x = plane.left() + 0.25 * plane.width();
        double y = plane.top() + 0.5 * plane.height();

        Cursor cursor = Toolkit.on(() -> {
            view.onPicked((atX, atY) -> picked.add(new Point2D(atX, atY)));
            mouse(MouseEvent.MOUSE_PRESSED, x, y, true);
            mouse(MouseEvent.MOUSE_RELEASED, x, y, true);
            mouse(MouseEvent.MOUSE_PRESSED, x, y, true);
            mouse(MouseEvent.MOUSE_DRAGGED, x + 30, y + 3, false);
            mouse(MouseEvent.MOUSE_RELEASED, x + 30, y + 3, false);
            mouse(MouseEvent.MOUSE_PRESSED, 2, 2, true);
            mouse(MouseEvent.MOUSE_RELEASED, 2, 2, true);
            return view.getCursor();
        });

        assertThat(cursor).isEqualTo(Cursor.CROSSHAIR);
        assertThat(picked).hasSize(1);
        assertThat(picked.getFirst().getX()).isCloseTo(plane.x().at(0.25), within(1e-9));
        assertThat(picked.getFirst().getY()).isCloseTo(plane.y().at(0.5), within(1e-9));
    }

    private String move(double dx) {
        view.move(dx, 0);
        return words();
    }

    private void scroll(double x, double y, double delta) {
        Event.fireEvent(
                view,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void move(double x, double y) {
        mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 0, x, y, true);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, boolean still) {
        mouse(type, MouseButton.PRIMARY, 1, x, y, still);
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button, int clicks, double x, double y, boolean still) {
        Event.fireEvent(
                view,
                new MouseEvent(
                        type, x, y, x, y, button, clicks, false, false, false, false, false, false, false, false, false,
                        still, null));
    }

    private String words() {
        return view.lookupAll("Text").stream()
                .map(Text.class::cast)
                .map(Text::getText)
                .collect(Collectors.joining(" "));
    }
}

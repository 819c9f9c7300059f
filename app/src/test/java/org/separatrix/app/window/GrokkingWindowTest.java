package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;
import org.separatrix.run.Recording;
import org.separatrix.viz.LandscapeChart;
import org.separatrix.viz.Viewpoint;
import org.separatrix.viz.screen.ChartView;

/** The laboratory of grokking as it is seen in the window. */
class GrokkingWindowTest {
    private static final Laboratory LABORATORY = Laboratory.find("grokking");

    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("grokking", "eta0", Compute.AUTO);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aPresetBringsItsCurvesBesideTheLazyTheory() throws Exception {
        fx(() -> {
            window.workbench().open(LABORATORY, LABORATORY.preset("too-little-data"));
            return true;
        });

        await(() -> window.bench().preset().get().key().equals("too-little-data")
                && window.bench().progress().step() > 100);
        eventually(() -> assertThat(window.node("chart-loss", Node.class)).isNotNull());
        Recording recording = fx(() -> window.bench().progress().recording());
        double[] train = recording.simulated("loss", "train");
        assertThat(train[100]).isLessThan(train[0]);
        assertThat(recording.theory("loss", "train")[100]).isPositive();
    }

    @Test
    void anOutlierLeavesTheBulkOfTheSpectrum() throws Exception {
        assertThat(window.turnTo("Spectrum")).isTrue();
        eventually(() -> assertThat(window.node("chart-M", Node.class)).isNotNull());

        await(() -> newest().map(GrokkingWindowTest::largestOverBulk).orElse(0.0) > 3);
    }

    @Test
    void theLandscapeOpensWithBothLossesAndTurnsUnderTheMouse() throws Exception {
        window.awaitSteps(30);
        await(() -> window.scene().lookup("#tab-landscape") != null);
        window.robot().clickOn("#tab-landscape");
        await(() -> window.scene().lookup("#chart-landscape") != null);
        ChartView relief = window.node("chart-landscape", ChartCard.class).view();
        await(() -> relief.seen().isPresent());
        LandscapeChart chart = (LandscapeChart) fx(relief::plot);
        assertThat(chart.landscape().surfaces())
                .extracting(surface -> surface.series().key())
                .containsExactly("train", "test");
        assertThat(fx(relief::inSpace)).isTrue();

        Bounds bounds = fx(() -> relief.localToScreen(relief.getBoundsInLocal()));
        Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        window.robot().drag(middle).dropTo(middle.add(80, 40));

        await(() -> relief.look().viewpoint().azimuth() != Viewpoint.START.azimuth()
                && relief.look().viewpoint().elevation() != Viewpoint.START.elevation());
    }

    private Optional<Snapshot> newest() {
        return window.bench().progress().newest();
    }

    /** The largest eigenvalue over the upper edge of the law of the start. */
    private static double largestOverBulk(Snapshot snapshot) {
        Spectrum spectrum = snapshot.observables().stream()
                .filter(observable -> observable.key().equals("M"))
                .map(Spectrum.class::cast)
                .findFirst()
                .orElseThrow();
        Spectrum.Values values = snapshot.get(spectrum).orElseThrow();
        List<double[]> sets = values.simulated();
        double[] bulk = values.density().getFirst().x();
        return sets.getFirst()[0] / bulk[bulk.length - 1];
    }
}

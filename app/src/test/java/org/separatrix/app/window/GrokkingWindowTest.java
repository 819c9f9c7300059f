package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;
import org.separatrix.run.Recording;

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
        assertThat(fx(() -> window.turnTo("Spectrum"))).isTrue();
        eventually(() -> assertThat(window.node("chart-M", Node.class)).isNotNull());

        await(() -> newest().map(GrokkingWindowTest::largestOverBulk).orElse(0.0) > 3);
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

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.Moody.failing;
import static org.separatrix.app.window.Moody.waiting;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;
import org.separatrix.run.Run;
import org.separatrix.viz.Theme;

/** What the user reads while there is nothing to see yet, and where something goes wrong. */
class StatesWalkTest {
    private static final Moody LABORATORY = new Moody();
    private static OpenWindow window;
    private final CountDownLatch latch = new CountDownLatch(1);

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.on(LABORATORY, "eta");
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @AfterEach
    void calm() {
        LABORATORY.calm();
        latch.countDown();
    }

    @Test
    void aRunThatIsBeingSetUpHasABarAndChartsThatSayTheyHaveNoData() {
        LABORATORY.opening(waiting(latch));
        open("Dynamics");

        eventually(() -> assertThat(text("state")).isEqualTo("opening"));
        eventually(
                () -> assertThat(Screen.seen(window.scene().lookup(".opening"))).isTrue());
        eventually(() -> assertThat(summary("loss")).isEqualTo("Loss: no data yet."));
        eventually(
                () -> assertThat(window.scene().lookup("#banner").isVisible()).isFalse());

        latch.countDown();
        eventually(
                () -> assertThat(Screen.seen(window.scene().lookup(".opening"))).isFalse());
        eventually(() -> assertThat(summary("loss")).startsWith("Loss: loss falls"));
    }

    @Test
    void anExperimentThatCannotBeSetUpSaysWhyAndIsResetByKey() throws Exception {
        LABORATORY.opening(failing("there is no bowl"));
        open("Dynamics");

        eventually(() -> assertThat(text("banner-sentence"))
                .isEqualTo("The run has failed: the experiment failed at step 0: there is no bowl"));
        assertThat(text("state")).isEqualTo("failed");

        LABORATORY.calm();
        window.press(KeyCode.R);
        await(() -> window.bench().progress().state() == Run.State.PAUSED);
        eventually(
                () -> assertThat(window.scene().lookup("#banner").isVisible()).isFalse());
    }

    @Test
    void aRunBeginsThoughAChartHasNothingToShowYet() throws Exception {
        Laboratory shear = Laboratory.find("boltzmann-shear");
        String few = "particles=256 gamma=-1.5 method=events clock=growing epsilon=0.2 dt=0.2";
        fx(() -> {
            window.workbench().open(shear, new Preset("few", "Few", "Few particles.", Settings.spelt(few), 1e6));
            return window.turnTo("Spectrum");
        });

        window.awaitSteps(3);
        eventually(() -> assertThat(summary("exponent_marginal")).startsWith("Exponents of |v₂|"));
    }

    @Test
    void aRunThatFailsKeepsWhatItHasShownAndSaysWhy() throws Exception {
        open("Dynamics");
        window.awaitSteps(3);
        LABORATORY.stepping(failing("the ball has been lost"));

        eventually(() -> assertThat(text("banner-sentence"))
                .startsWith("The run has failed: the experiment failed at step ")
                .endsWith(": the ball has been lost"));
        assertThat(fx(() -> summary("loss"))).startsWith("Loss: loss falls");

        LABORATORY.calm();
        window.robot().clickOn("#banner-reset");
        eventually(() -> assertThat(text("state")).isEqualTo("paused"));
    }

    @Test
    void aLandscapeSaysThatItIsWorkedOutAndWhyItCannotBe() {
        LABORATORY.surveying(waiting(latch));
        open("Dynamics");
        eventually(() -> assertThat(window.turnTo("Landscape")).isTrue());
        eventually(() -> assertThat(text("landscape-moment")).startsWith("working out the landscape at time t "));

        LABORATORY.surveying(failing("the plane is torn"));
        latch.countDown();
        eventually(() ->
                assertThat(text("landscape-moment")).isEqualTo("the landscape cannot be evaluated: the plane is torn"));

        LABORATORY.calm();
        eventually(() -> assertThat(text("landscape-moment")).startsWith("surface and path at time t "));
    }

    @Test
    void aPhaseDiagramCountsItsRunsFromNoneOnAndSaysWhatHasNoNumber() {
        LABORATORY.judging(waiting(latch));
        open("Phase diagram");
        eventually(() -> assertThat(text("sweep-words")).isEqualTo("0 of 81 runs"));
        eventually(() -> assertThat(summary("diagram")).startsWith("Stability"));

        LABORATORY.judging(failing("the judge has left"));
        latch.countDown();
        eventually(() -> assertThat(text("sweep-words")).isEqualTo("81 of 81 runs, done"));
        eventually(() -> assertThat(summary("diagram")).contains("failed"));
    }

    @Test
    void theBandOfTroubleIsReadableInBothThemes() throws Exception {
        LABORATORY.opening(failing("there is no bowl"));
        open("Dynamics");
        eventually(
                () -> assertThat(window.scene().lookup("#banner").isVisible()).isTrue());

        for (Theme theme : Theme.values()) {
            fx(() -> {
                window.workbench().appear(theme, 1);
                return true;
            });
            eventually(
                    () -> assertThat(Fault.unreadable(window.scene().getRoot())).isEmpty());
        }
    }

    private static void open(String tab) {
        fx(() -> {
            window.workbench().open(LABORATORY, LABORATORY.presets().getFirst());
            return window.turnTo(tab);
        });
    }

    /** What a label says; nothing where it is not on screen. */
    private static String text(String id) {
        return window.scene().lookup("#" + id) instanceof Label label && Screen.seen(label) ? label.getText() : "";
    }

    /** What a chart shows, in words; nothing where it is not on screen. */
    private static String summary(String chart) {
        return window.scene().lookup("#chart-" + chart) instanceof ChartCard card
                ? card.view().plot().summary()
                : "";
    }
}

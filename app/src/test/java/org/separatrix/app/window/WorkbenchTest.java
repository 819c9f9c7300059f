package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;
import org.separatrix.viz.Theme;

class WorkbenchTest {
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.on("bowl");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void opensWithTheDefaultPresetPlaying() throws Exception {
        await(() -> window.bench().playing() && window.bench().progress().step() > 5);

        eventually(() -> assertThat(window.bench().preset().get().key()).isEqualTo("gentle"));
        eventually(() -> assertThat(window.node("chart-loss", Node.class)).isNotNull());
        eventually(() -> assertThat(window.node("chart-plane", Node.class)).isNotNull());
    }

    @Test
    void theButtonAndTheSpaceBarPauseAndPlay() throws Exception {
        window.awaitSteps(3);

        window.robot().clickOn("#play");
        await(() -> window.bench().progress().state() == Run.State.PAUSED);
        window.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);

        await(() -> window.bench().progress().state() == Run.State.RUNNING);
    }

    @Test
    void aSliderThatRestartsBringsOtherCurvesAndLeavesTheOldOnesAsAGhost() throws Exception {
        window.awaitSteps(20);
        Recording before = fx(() -> window.bench().progress().recording());
        String kappa = fx(() -> window.bench().settings().get().texts().get("kappa"));

        drag(window.node("slider-kappa", Slider.class), 0.9);

        await(() -> window.bench().progress().recording().size() > 20
                && window.bench().progress().recording() != before);
        Recording after = fx(() -> window.bench().progress().recording());
        assertThat(after.settings().texts().get("kappa")).isNotEqualTo(kappa);
        assertThat(after.simulated("loss", "loss")[10]).isNotEqualTo(before.simulated("loss", "loss")[10]);
        eventually(() -> assertThat(window.bench().tracks())
                .hasSize(2)
                .last()
                .satisfies(ghost -> assertThat(ghost.recording()).isSameAs(before)));
    }

    @Test
    void aLiveSliderTurnsTheRunThatIsGoingOn() throws Exception {
        window.awaitSteps(3);
        Run run = fx(() -> window.bench().run());

        drag(window.node("slider-eta", Slider.class), 0.2);

        await(() -> !run.recipe().changes().isEmpty());
        eventually(() -> assertThat(window.bench().run()).isSameAs(run));
        eventually(() -> assertThat(run.recipe().changes().getLast().key()).isEqualTo("eta"));
        eventually(() -> assertThat(window.node("field-eta", TextField.class).getText())
                .isEqualTo(run.recipe().changes().getLast().value()));
    }

    @Test
    void aNumberIsTypedInAnySpelling() throws Exception {
        type("field-eta", "2e-2");

        await(() -> window.bench().settings().get().texts().get("eta").equals("0.02"));
        eventually(() ->
                assertThat(window.node("field-eta", TextField.class).getText()).isEqualTo("0.02"));
    }

    @Test
    void aNumberOutsideItsDomainIsRefusedInASentenceBesideTheControl() throws Exception {
        type("field-eta", "-3");

        Label complaint = (Label) window.node("parameter-eta", Node.class).lookup(".complaint");
        eventually(() -> assertThat(complaint.isVisible()).isTrue());
        eventually(() -> assertThat(complaint.getText()).contains("eta=-3").contains("a number from 0.001 to 10"));
        eventually(() ->
                assertThat(window.bench().settings().get().texts().get("eta")).isEqualTo("0.05"));

        window.robot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        await(() -> !complaint.isVisible());
        eventually(() ->
                assertThat(window.node("field-eta", TextField.class).getText()).isEqualTo("0.05"));
    }

    @Test
    void theTimeLineBringsThePastBackWhileTheRunGoesOn() throws Exception {
        window.awaitSteps(30);
        TimeLine line = window.node("time-line", TimeLine.class);
        double now = fx(() -> window.bench().progress().time());

        window.robot().clickOn(Screen.place(line, 0.01));

        await(() -> window.bench().cursor() < now);
        eventually(() -> assertThat(window.node("time", Label.class).getText()).isNotEqualTo(Readout.number(now)));
        eventually(() -> assertThat(loss()).isGreaterThan(1));
        window.awaitSteps(fx(() -> window.bench().progress().step()) + 1);
        window.robot().press(KeyCode.END).release(KeyCode.END);
        await(() -> Double.isNaN(window.bench().cursor()));
    }

    private double loss() {
        return Double.parseDouble(((Label) window.scene().lookup(".fact-value")).getText());
    }

    @Test
    void theArrowKeysGoBackAndForthThroughTheRecording() throws Exception {
        window.awaitSteps(10);

        window.robot().press(KeyCode.LEFT).release(KeyCode.LEFT);
        await(() -> window.bench().progress().state() == Run.State.PAUSED);
        double there = fx(() -> window.bench().cursor());
        window.robot().press(KeyCode.LEFT).release(KeyCode.LEFT);
        eventually(() -> assertThat(window.bench().cursor()).isLessThan(there));
        window.robot().press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        eventually(() -> assertThat(window.bench().cursor()).isEqualTo(there));
    }

    @Test
    void resetBeginsTheSameRunAnew() throws Exception {
        window.awaitSteps(10);
        window.robot().clickOn("#play");
        await(() -> window.bench().progress().state() == Run.State.PAUSED);
        double second = fx(() -> window.bench().progress().recording().simulated("loss", "loss")[1]);

        window.robot().clickOn("#reset");
        await(() -> window.bench().progress().step() == 0);
        window.robot().clickOn("#forward");

        await(() -> window.bench().progress().step() == 1);
        eventually(() -> assertThat(window.bench().progress().recording().simulated("loss", "loss")[1])
                .isEqualTo(second));
    }

    @Test
    void theRunIsPinnedByKeyHiddenByItsNameAndLetGoByItsCross() throws Exception {
        window.awaitSteps(10);
        window.robot().press(KeyCode.P).release(KeyCode.P);
        await(() -> window.scene().lookup("#pins .pin-name") != null);
        fx(() -> {
            window.bench().settings(window.bench().settings().get().with("kappa", "5"), false);
            return true;
        });
        await(() -> window.bench().tracks().size() == 2);

        window.robot().clickOn("#pins .pin-name");
        eventually(() -> assertThat(window.bench().tracks()).hasSize(1));
        window.robot().clickOn("#pins .icon-button");
        eventually(() -> assertThat(window.bench().comparison().pins()).isEmpty());
    }

    @Test
    void everyPresetHasAPictureANameAndALine() throws Exception {
        await(() -> window.scene().getRoot().lookupAll("#presets .preset-line").size() == 2);
        await(() -> window.scene().getRoot().lookupAll("#presets .thumbnail .image-view").stream()
                .allMatch(picture -> ((ImageView) picture).getImage() != null));
    }

    @Test
    void theThemeTurnsWithAllColours() {
        Region header = fx(() -> (Region) window.scene().lookup(".header"));
        eventually(
                () -> assertThat(ground(header)).isEqualTo(Theme.LIGHT.panel().hex()));

        window.robot().clickOn("#theme");

        eventually(() -> assertThat(ground(header)).isEqualTo(Theme.DARK.panel().hex()));
    }

    @Test
    void theStatusLineTellsWhyTheArithmeticIsWhatItIs() {
        Label compute = window.node("compute", Label.class);

        eventually(() -> assertThat(compute.getText()).isEqualTo("scalar, 1 thread"));
        assertThat(fx(() -> compute.getTooltip().getText())).isEqualTo("Plain loops were asked for.");
    }

    @Test
    void theRecipeOfTheRunIsCopied() {
        window.robot().clickOn("#recipe");

        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(fx(() -> window.bench().run().recipe().line()));
    }

    @Test
    void closingLeavesNoThread() throws Exception {
        window.close();
        Set<Thread> before = threads();

        window = OpenWindow.on("bowl");
        window.awaitSteps(3);
        eventually(
                () -> assertThat(threads()).anyMatch(thread -> thread.getName().startsWith("separatrix-run")));
        window.close();

        await(() -> {
            var left = new HashSet<>(threads());
            left.removeAll(before);
            return left.isEmpty();
        });
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    private static String ground(Region region) {
        Color fill =
                fx(() -> (Color) region.getBackground().getFills().getFirst().getFill());
        return String.format("#%06X", Integer.decode(fill.toString().substring(0, 8)));
    }

    private void type(String field, String text) {
        window.robot().doubleClickOn("#" + field);
        window.robot().press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        window.robot().write(text);
        window.robot().press(KeyCode.ENTER).release(KeyCode.ENTER);
    }

    private void drag(Slider slider, double place) {
        Node thumb = fx(() -> slider.lookup(".thumb"));
        window.robot().drag(thumb).moveTo(Screen.place(slider, place)).drop();
    }
}

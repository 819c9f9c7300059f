package org.separatrix.app.window;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.run.Run;
import org.separatrix.viz.Theme;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A workbench in a window without a screen, and a robot that uses it. */
final class OpenWindow implements AutoCloseable {
    private static final int PATIENCE = 20;
    private final Stage stage;
    private final Workbench workbench;
    private final Hand robot = new Hand();
    private boolean closed;

    private OpenWindow(Stage stage, Workbench workbench) {
        this.stage = stage;
        this.workbench = workbench;
    }

    /** Opens a window of a laboratory that has a parameter eta, computing in the simplest way. */
    static OpenWindow on(String laboratory) throws Exception {
        return on(laboratory, "eta", Compute.SCALAR);
    }

    /** Opens a window of a laboratory, and waits for the field of one of its parameters. */
    static OpenWindow on(String laboratory, String parameter, Compute compute) throws Exception {
        return on(List.of(Laboratory.find(laboratory)), parameter, compute);
    }

    /** Opens a window of the laboratory that has every kind of parameter, computing in the simplest way. */
    static OpenWindow onWaterFilling() throws Exception {
        return on("water-filling", "users", Compute.SCALAR);
    }

    /** Opens a window of a laboratory that is none of those on the class path. */
    static OpenWindow on(Laboratory laboratory, String parameter) throws Exception {
        return on(List.of(laboratory), parameter, Compute.SCALAR);
    }

    /** Opens a window of all laboratories but the example, on the first of them. */
    static OpenWindow onAll() throws Exception {
        List<Laboratory> all = Laboratory.all().stream()
                .filter(laboratory -> !laboratory.title().id().equals("bowl"))
                .toList();
        return on(all, "seed", Compute.AUTO);
    }

    private static OpenWindow on(List<Laboratory> laboratories, String parameter, Compute compute) throws Exception {
        FxToolkit.registerPrimaryStage();
        StyleSheets.loadFonts();
        OpenWindow window = fx(() -> {
            var stage = new Stage();
            var workbench = new Workbench(laboratories, compute, Theme.LIGHT);
            stage.setScene(workbench.scene());
            stage.setWidth(1200);
            stage.setHeight(800);
            stage.show();
            return new OpenWindow(stage, workbench);
        });
        await(() -> {
            Node field = window.scene().lookup("#field-" + parameter);
            return field != null && field.getLayoutBounds().getWidth() > 0 && window.stage.isFocused();
        });
        return window;
    }

    /** Computes something on the JavaFX thread. */
    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000L, question);
    }

    /** Waits until something holds, as seen on the JavaFX thread. */
    static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> fx(condition));
    }

    /** Waits until what is claimed holds, as seen on the JavaFX thread; tells what was seen last where it does not. */
    static void eventually(Runnable claim) {
        var seen = new AtomicReference<>(new AssertionError("the JavaFX thread did not answer"));
        try {
            await(() -> {
                try {
                    claim.run();
                    return true;
                } catch (AssertionError e) {
                    seen.set(e);
                    return false;
                }
            });
        } catch (TimeoutException e) {
            throw seen.get();
        }
    }

    Workbench workbench() {
        return workbench;
    }

    /** Brings a tab to the front. */
    boolean turnTo(String tab) {
        return fx(() -> workbench.turnTo(tab));
    }

    Bench bench() {
        return workbench.bench();
    }

    Scene scene() {
        return workbench.scene();
    }

    Hand robot() {
        return robot;
    }

    /** The node with an id. */
    <N extends Node> N node(String id, Class<N> type) {
        return fx(() -> type.cast(workbench.scene().lookup("#" + id)));
    }

    /** Presses keys together, and lets them go. */
    void press(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) robot.release(keys[i]);
    }

    /** Gives the keyboard to the node with an id, as the tab key would. */
    void focus(String id) {
        fx(() -> {
            workbench.scene().lookup("#" + id).requestFocus();
            return true;
        });
    }

    /** What the labels below a node say. */
    List<String> labels(String node) {
        return fx(() -> workbench.scene().getRoot().lookupAll(node + " .label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    /** Opens a preset of the open laboratory, and has it wait at its beginning. */
    void open(Laboratory laboratory, String preset) throws Exception {
        fx(() -> {
            workbench.open(laboratory, laboratory.preset(preset));
            return true;
        });
        await(() -> bench().playing());
        fx(() -> {
            bench().toggle();
            return true;
        });
        await(() -> bench().progress().state() == Run.State.PAUSED);
    }

    /** Waits for the run to have taken some steps. */
    void awaitSteps(long count) throws Exception {
        await(() -> bench().progress().step() >= count);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        fx(() -> {
            workbench.close();
            stage.close();
            return true;
        });
    }
}

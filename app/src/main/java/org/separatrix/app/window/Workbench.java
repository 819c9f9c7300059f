package org.separatrix.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;

/** The window: laboratories on the left, what they do in the middle, parameters on the right, time below. */
final class Workbench implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double EQUATION = 15;

    /** What the columns at the sides may take of the width, however large their text. */
    private static final double GALLERY_SHARE = 0.235;

    private static final double PANEL_SHARE = 0.31;

    /** Frames that a newly opened laboratory has for its charts, before its many parameters are put on screen. */
    private static final int HEAD_START = 4;

    private final Bench bench;
    private final Background background = new Background();
    private final Rasteriser rasteriser = new Rasteriser(1);
    private final DrawingPace drawing = new DrawingPace(rasteriser::spent);
    private final Thumbnails thumbnails;
    private final FrameClock clock = new FrameClock();
    private final Scene scene;
    private final List<Key> keys;
    private final Header header;
    private final Gallery gallery;
    private final Views views;
    private final ParameterPanel parameters;
    private final SidePanel panel;
    private final ProgressBar opening = new ProgressBar();
    private final Banner banner;
    private final RunBar runBar;
    private final StatusLine status;
    private final Overlay overlay = new Overlay();
    private final HelpDesk helpDesk;
    private final Commands commands;
    private final PulsePanel pulsePanel = new PulsePanel(clock);
    private final Appearance appearance;
    private EquationView equation;
    private int frames;
    private boolean seen;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            if (clock.tick(nanos)) {
                status.frames(clock);
                pulsePanel.show();
            }
            pulse(nanos);
        }
    };

    /** Builds the window's scene in a theme; it remembers nothing. On the JavaFX thread. */
    Workbench(List<Laboratory> laboratories, Compute compute, Theme theme) {
        this(laboratories, new Runs(compute), theme, new Preferences(Optional.empty()), Optional.empty());
    }

    /**
     * Builds the window's scene around the first laboratory's first preset. On the JavaFX thread.
     *
     * @param runs opens its runs, and is closed with it
     * @param preferences what the user has chosen before
     * @param pictures the folder of pictures that need not be drawn twice
     */
    Workbench(List<Laboratory> laboratories, Runs runs, Theme theme, Preferences preferences, Optional<Path> pictures) {
        thumbnails = new Thumbnails(pictures);
        bench = new Bench(runs, this::reducedMotion);
        keys = keys();
        header = new Header(keys);
        gallery = new Gallery(
                laboratories,
                thumbnails,
                new PinList(bench.comparison(), keys),
                this::open,
                preset -> open(bench.laboratory(), preset));
        views = new Views(List.of(
                ChartsView.dynamics(bench, charts(), preferences),
                ChartsView.spectrum(bench, charts(), preferences),
                ChartsView.more(bench, charts(), preferences),
                new LandscapeView(bench, background, rasteriser, charts(), preferences),
                new DiagramView(bench, background, rasteriser, preferences, () -> turnTo("Dynamics")),
                new NotesView(bench, background, rasteriser)));
        parameters = new ParameterPanel(bench);
        opening.getStyleClass().add("opening");
        opening.setMaxWidth(Double.MAX_VALUE);
        opening.setAccessibleText("Setting up the experiment");
        banner = new Banner(bench::reset);
        runBar = new RunBar(bench, keys);
        status = new StatusLine();
        background.compute(
                () -> selected(runs.compute()),
                selection -> status.compute(selection.description(), selection.reason()),
                failure -> bench.say(failure.getMessage()));

        panel = new SidePanel(parameters);
        VBox.setVgrow(views, Priority.ALWAYS);
        // The keyboard goes through the parts in the order in which they are put here: as one reads.
        var root = new BorderPane();
        root.setTop(header);
        root.setLeft(gallery);
        root.setCenter(new VBox(opening, banner, views));
        root.setRight(panel);
        root.setBottom(new VBox(runBar, status));
        gallery.maxWidthProperty().bind(root.widthProperty().multiply(GALLERY_SHARE));
        panel.maxWidthProperty().bind(root.widthProperty().multiply(PANEL_SHARE));
        scene = new Scene(new StackPane(root, pulsePanel, overlay), WIDTH, HEIGHT);
        commands = new Commands(keys, laboratories, bench, this::open, parameters::turnTo);
        helpDesk = new HelpDesk(bench, keys, overlay);
        helpDesk.follow(scene, views);
        new Keyboard(keys, runBar::takeFocus).listen(scene, root);
        runBar.takeFocus();
        bench.settings().addListener((_, _, settings) -> {
            if (parameters.suits(settings)) parameters.show(settings);
            showGallery();
        });
        bench.preset().addListener((_, _, _) -> showGallery());
        bench.message().addListener((_, _, sentence) -> status.message(sentence));
        StackPane.setAlignment(pulsePanel, Pos.TOP_CENTER);
        appearance = new Appearance(preferences, scene, theme, this::dress);
        laboratories.stream().findFirst().ifPresent(this::open);
        timer.start();
    }

    private boolean reducedMotion() {
        return scene.getPreferences().isReducedMotion();
    }

    private static Selection selected(Compute compute) {
        try (Selection selection = Kernels.of(compute)) {
            return selection;
        }
    }

    /** The keys. Parts of the window are put in place after their keys, and so are named where a key is pressed. */
    private List<Key> keys() {
        return List.of(
                new Key("play", "Space", "Play or pause", bench::toggle),
                new Key("forward", "Right", "One step forward", bench::forward),
                new Key("back", "Left", "One recorded moment back", bench::back),
                new Key("start", "Home", "Look at the beginning", () -> bench.scrub(Double.NEGATIVE_INFINITY)),
                new Key("present", "End", "Look at the present", () -> bench.scrub(Double.POSITIVE_INFINITY)),
                new Key("reset", "R", "Begin anew: same seed, same run", bench::reset),
                new Key("branch", "B", "Branch from the moment shown", bench::branch),
                new Key("pin", "P", "Pin the run for comparison", bench::pin),
                new Key("slower", "Comma", "Slower", () -> bench.faster(-1)),
                new Key("faster", "Period", "Faster", () -> bench.faster(1)),
                new Key("auto-pause", "A", "When to pause", () -> runBar.choosePause()),
                new Key("pause-at", "Shortcut+P", "Pause at a time", () -> search(Commands.PAUSE_AT)),
                new Key("time-scale", "L", "Time line linear or logarithmic", () -> runBar.turnScale()),
                new Key("search", "Shortcut+K", "Search actions", () -> search("")),
                new Key("find", "Shortcut+F", "Find a parameter", () -> parameters.find()),
                new Key("recipe", "Shortcut+Shift+C", "Copy recipe", this::copyRecipe),
                new Key("restore", "Esc", "Show all charts again", () -> views.restore()),
                new Key("larger", "Shortcut+Equals", "Larger text", () -> appearance.enlarge()),
                new Key("smaller", "Shortcut+Minus", "Smaller text", () -> appearance.reduce()),
                new Key("usual", "Shortcut+0", "Text as it was", () -> appearance.reset()),
                new Key("theme", "Shortcut+T", "Light or dark", () -> appearance.turnTheme()),
                new Key("frames", "F12", "Frame times", pulsePanel::toggle),
                new Key("help", "F1", "Help on what is under the pointer", () -> helpDesk.showHelp()),
                new Key("keys", "Shift+F1", "All keys", () -> helpDesk.showKeys()));
    }

    private Charts charts() {
        return new Charts(bench, background, rasteriser);
    }

    /** The scene. */
    Scene scene() {
        return scene;
    }

    /** What lies on the workbench. */
    Bench bench() {
        return bench;
    }

    /** Brings the tab with a name to the front; answers whether there is one. */
    boolean turnTo(String tab) {
        return views.select(tab);
    }

    /** Whether the tab in front has worked out all that it works out by itself. */
    boolean isDone() {
        return views.isDone();
    }

    /** Whether every preset that is in view has its picture. */
    boolean isIllustrated() {
        return thumbnails.idle();
    }

    /** Takes a theme and a size of text, as a multiple of the usual one. */
    void appear(Theme theme, double text) {
        appearance.take(theme, text);
    }

    /** How fast its frames follow each other. */
    FrameClock clock() {
        return clock;
    }

    private void open(Laboratory laboratory) {
        open(laboratory, laboratory.presets().getFirst());
    }

    /** Opens a laboratory with one of its presets. */
    void open(Laboratory laboratory, Preset preset) {
        boolean another = laboratory != bench.laboratory();
        bench.open(laboratory, preset);
        if (!another) return;
        frames = 0;
        seen = false;
        String formula = laboratory.title().equation();
        equation = new EquationView(rasteriser, background, formula, EQUATION, appearance.dress());
        header.show(laboratory.title().name(), equation);
        views.open();
    }

    private void showGallery() {
        if (bench.preset().get() == null || bench.settings().get() == null) return;
        boolean changed = !bench.settings()
                .get()
                .equals(bench.laboratory().settings(bench.preset().get()));
        gallery.show(bench.laboratory(), bench.preset().get(), changed);
    }

    private void pulse(long nanos) {
        if (bench.laboratory() == null) return;
        bench.pulse();
        if (bench.moving() && !drawing.isDue(nanos)) return;
        drawing.draw(nanos);
        views.pulse();
        gallery.pulse();
        Settings settings = bench.settings().get();
        if (++frames > HEAD_START) parameters.grow(settings);
        runBar.pulse();
        opening.setVisible(bench.opening());
        banner.show(bench.progress());
        status.show(bench.progress());
        panel.show(bench.looked());
        goOn();
    }

    /** Begins with what takes the cores from the first pictures of a laboratory, once they are there. */
    private void goOn() {
        seen = seen || !bench.opening() && views.isDrawn();
        if (!seen) return;
        bench.start();
        thumbnails.begin();
    }

    private void copyRecipe() {
        String line = bench.run().recipe().line();
        var content = new ClipboardContent();
        content.putString(line);
        Clipboard.getSystemClipboard().setContent(content);
        bench.say("recipe copied: " + line);
    }

    private void search(String typed) {
        overlay.show(new Palette(commands::of, typed, overlay::close));
    }

    private void dress(Dress dress) {
        header.theme(dress.theme());
        gallery.dress(dress);
        views.dress(dress);
        if (equation != null) equation.dress(dress);
    }

    /** Ends the run and every thread of the window. */
    @Override
    public void close() {
        timer.stop();
        appearance.close();
        pulsePanel.close();
        views.close();
        rasteriser.close();
        bench.close();
        thumbnails.close();
        background.close();
    }
}

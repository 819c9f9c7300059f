package org.separatrix.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;

/** The window: laboratories on the left, what they do in the middle, parameters on the right, time below. */
public final class Workbench implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;
    private static final double EQUATION = 15;
    private static final String THEME = "theme";
    private static final String TEXT = "text";

    /** The largest text, and the step from one size to the next, as multiples of the usual one. */
    private static final double LARGEST = 2;

    private static final double STEP = 0.25;

    /** Frames that a newly opened laboratory has for its charts, before its many parameters are put on screen. */
    private static final int HEAD_START = 4;

    private final Bench bench;
    private final Background background = new Background();
    private final Rasteriser rasteriser = new Rasteriser(1);
    private final Thumbnails thumbnails;
    private final Preferences preferences;
    private final FrameClock clock = new FrameClock();
    private final Scene scene;
    private final List<Key> keys;
    private final Header header;
    private final Gallery gallery;
    private final Views views;
    private final ParameterPanel parameters;
    private final VBox nowBox = new VBox();
    private final NowPanel now = new NowPanel();
    private final Banner banner;
    private final RunBar runBar;
    private final StatusLine status;
    private final Overlay overlay = new Overlay();
    private final Commands commands;
    private Node pointed;
    private double textScale;
    private Theme theme;
    private EquationView equation;
    private int frames;
    private final ChangeListener<ColorScheme> systemTheme = (_, _, _) -> followSystem();

    /**
     * The nanoseconds after which a run that goes on is drawn anew: often enough to look alive, seldom enough to leave
     * the run its core.
     */
    private static final long REFRESH = 66_000_000;

    /** Pictures that are slow to draw are drawn more rarely, up to this. */
    private static final long SLOWEST_REFRESH = 250_000_000;

    /** The time between two drawings, in times of the last. */
    private static final long DRAWING_SHARE = 5;

    private long refreshed;
    private long spent;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            if (clock.tick(nanos)) status.frames(clock);
            pulse(nanos);
        }
    };

    /** Builds the window's scene in a theme; it remembers nothing. On the JavaFX thread. */
    Workbench(List<Laboratory> laboratories, Compute compute, Theme theme) {
        this(laboratories, compute, theme, new Preferences(Optional.empty()), Optional.empty());
    }

    /**
     * Builds the window's scene around the first laboratory's first preset. On the JavaFX thread.
     *
     * @param preferences what the user has chosen before
     * @param pictures the folder of pictures that need not be drawn twice
     */
    private Workbench(
            List<Laboratory> laboratories,
            Compute compute,
            Theme theme,
            Preferences preferences,
            Optional<Path> pictures) {
        this.theme = theme;
        this.preferences = preferences;
        textScale = preferences.get(TEXT).map(Workbench::scale).orElse(1.0);
        thumbnails = new Thumbnails(pictures);
        bench = new Bench(compute);
        keys = keys();
        header = new Header(keys);
        gallery = new Gallery(
                laboratories,
                thumbnails,
                new PinList(bench, keys),
                this::open,
                preset -> bench.open(bench.laboratory(), preset));
        views = new Views(List.of(
                ChartsView.dynamics(bench, charts(), preferences),
                ChartsView.spectrum(bench, charts(), preferences),
                new LandscapeView(bench, background, rasteriser, charts(), preferences),
                new NotesView(bench, background, rasteriser)));
        parameters = new ParameterPanel(bench);
        banner = new Banner(bench::reset);
        runBar = new RunBar(bench, keys);
        status = new StatusLine();
        background.compute(() -> kind(compute), status::compute, failure -> bench.say(failure.getMessage()));

        var heading = new Label("Now");
        heading.getStyleClass().add("heading");
        nowBox.getStyleClass().add("now-box");
        var scroll = new ScrollPane(now);
        scroll.getStyleClass().add("now-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        nowBox.getChildren().setAll(heading, scroll);
        nowBox.setMinHeight(VBox.USE_PREF_SIZE);
        VBox.setVgrow(parameters, Priority.ALWAYS);
        var panel = new VBox(parameters, nowBox);
        panel.getStyleClass().add("panel");

        VBox.setVgrow(views, Priority.ALWAYS);
        var root = new BorderPane(new VBox(banner, views), header, panel, new VBox(runBar, status), gallery);
        scene = new Scene(new StackPane(root, overlay), WIDTH, HEIGHT);
        commands = new Commands(keys, laboratories, bench, this::open, parameters::turnTo);
        Help.explain(views, this::helpOnView);
        scene.addEventFilter(
                MouseEvent.MOUSE_MOVED, event -> pointed = event.getPickResult().getIntersectedNode());
        scene.focusOwnerProperty().addListener((_, _, owner) -> pointed = owner);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        root.setOnMousePressed(this::giveKeysBack);
        runBar.takeFocus();
        bench.settings().addListener((_, _, settings) -> {
            if (parameters.suits(settings)) parameters.show(settings);
            showGallery();
        });
        bench.preset().addListener((_, _, _) -> showGallery());
        bench.message().addListener((_, _, sentence) -> status.message(sentence));
        dress(theme);
        Platform.getPreferences().colorSchemeProperty().addListener(systemTheme);
        laboratories.stream().findFirst().ifPresent(this::open);
        timer.start();
    }

    /**
     * Opens the window on all laboratories and waits until it is closed.
     *
     * @throws UnsupportedOperationException where there is no screen to open it on
     */
    public static void open() {
        List<Laboratory> laboratories = Laboratory.all();
        Places places = Places.ofUser();
        var preferences = new Preferences(places.preferences());
        var closed = new CountDownLatch(1);
        Platform.startup(() -> {});
        StyleSheets.loadFonts();
        Platform.runLater(() -> show(laboratories, preferences, places.pictures(), closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        preferences.close();
        Platform.exit();
    }

    private static void show(
            List<Laboratory> laboratories, Preferences preferences, Optional<Path> pictures, Runnable closed) {
        var workbench = new Workbench(
                laboratories, compute(), chosen(preferences).orElseGet(Workbench::preferred), preferences, pictures);
        var stage = new Stage();
        stage.setTitle("Separatrix");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(workbench.scene);
        stage.setOnHidden(_ -> {
            workbench.close();
            closed.run();
        });
        stage.show();
    }

    /** The best kernels on all processors but one, which is the screen's. */
    private static Compute compute() {
        return Compute.AUTO.onThreads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** The theme that the user has chosen; absent where the window follows the system. */
    private static Optional<Theme> chosen(Preferences preferences) {
        return preferences
                .get(THEME)
                .flatMap(name -> Stream.of(Theme.values())
                        .filter(theme -> theme.name().equals(name))
                        .findFirst());
    }

    private static double scale(String remembered) {
        try {
            return Math.clamp(Numbers.parse(remembered), 1, LARGEST);
        } catch (IllegalArgumentException e) {
            return 1;
        }
    }

    private void followSystem() {
        if (chosen(preferences).isEmpty()) dress(preferred());
    }

    private static Theme preferred() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private static String kind(Compute compute) {
        try (Selection selection = Kernels.of(compute)) {
            return selection.description();
        }
    }

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
                new Key("auto-pause", "A", "When to pause", this::choosePause),
                new Key("pause-at", "Shortcut+P", "Pause at a time", () -> search(Commands.PAUSE_AT)),
                new Key("time-scale", "L", "Time line linear or logarithmic", this::turnTimeScale),
                new Key("search", "Shortcut+K", "Search actions", () -> search("")),
                new Key("find", "Shortcut+F", "Find a parameter", this::findParameter),
                new Key("recipe", "Shortcut+Shift+C", "Copy recipe", this::copyRecipe),
                new Key("restore", "Esc", "Show all charts again", this::restore),
                new Key("larger", "Shortcut+Equals", "Larger text", () -> resize(textScale + STEP)),
                new Key("smaller", "Shortcut+Minus", "Smaller text", () -> resize(textScale - STEP)),
                new Key("usual", "Shortcut+0", "Text as it was", () -> resize(1)),
                new Key("theme", "Shortcut+T", "Light or dark", this::turnTheme),
                new Key("help", "F1", "Help on what is under the pointer", this::showHelp),
                new Key("keys", "Shift+F1", "All keys", this::showKeys));
    }

    private void restore() {
        views.restore();
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

    private void open(Laboratory laboratory) {
        bench.open(laboratory);
        frames = 0;
        equation = new EquationView(rasteriser, background, laboratory.title().equation(), EQUATION, theme);
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
        long drawn = rasteriser.spent() - spent;
        if (bench.playing() && nanos - refreshed < Math.clamp(drawn * DRAWING_SHARE, REFRESH, SLOWEST_REFRESH)) return;
        refreshed = nanos;
        spent += drawn;
        views.pulse();
        Settings settings = bench.settings().get();
        if (++frames > HEAD_START && !parameters.suits(settings)) parameters.show(settings);
        runBar.pulse();
        banner.show(bench.progress());
        status.show(bench.progress());
        List<Facts.Fact> facts = bench.looked().map(Workbench::facts).orElse(List.of());
        now.show(facts);
        nowBox.setVisible(!facts.isEmpty());
        nowBox.setManaged(!facts.isEmpty());
    }

    private static List<Facts.Fact> facts(Snapshot snapshot) {
        return snapshot.observables().stream()
                .filter(Facts.class::isInstance)
                .flatMap(observable -> snapshot.get((Facts) observable).stream())
                .flatMap(values -> values.facts().stream())
                .toList();
    }

    /** A press beside every control gives the keys back to the run. */
    private void giveKeysBack(MouseEvent event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node.isFocusTraversable()) return;
        }
        runBar.takeFocus();
    }

    /** Keys that the focused control has no use for. */
    private void press(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean pressing = event.getTarget() instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
        if (pressing) return;
        keys.stream()
                .filter(key -> key.combination().match(event) && !(typing && key.isLetter()))
                .findFirst()
                .ifPresent(key -> {
                    key.action().run();
                    event.consume();
                });
    }

    private void copyRecipe() {
        String line = bench.run().recipe().line();
        var content = new ClipboardContent();
        content.putString(line);
        Clipboard.getSystemClipboard().setContent(content);
        bench.say("recipe copied: " + line);
    }

    private void turnTheme() {
        dress(theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
        preferences.put(THEME, theme.name());
    }

    private void showKeys() {
        overlay.show(new KeySheet(keys));
    }

    private void showHelp() {
        Help help = Help.of(pointed).orElseGet(() -> Explanations.of(bench.laboratory()));
        overlay.show(new HelpCard(help, "All keys: " + Key.find(keys, "keys").display()));
    }

    /** The chart under the pointer, or the laboratory where there is none. */
    private Help helpOnView() {
        for (Node node = pointed; node != null; node = node.getParent()) {
            String id = node.getId();
            Optional<Observable<?>> shown = bench.observables().stream()
                    .filter(observable -> ("chart-" + observable.key()).equals(id))
                    .findFirst();
            if (shown.isPresent()) return Explanations.of(shown.get(), bench.laboratory());
        }
        return Explanations.of(bench.laboratory());
    }

    private void search(String typed) {
        overlay.show(new Palette(commands::of, typed, overlay::close));
    }

    private void choosePause() {
        runBar.choosePause();
    }

    private void turnTimeScale() {
        runBar.turnScale();
    }

    private void findParameter() {
        parameters.find();
    }

    private void resize(double scale) {
        textScale = Math.clamp(scale, 1, LARGEST);
        StyleSheets.apply(theme, textScale, scene);
        preferences.put(TEXT, Numbers.format(textScale));
    }

    private void dress(Theme chosen) {
        theme = chosen;
        StyleSheets.apply(theme, textScale, scene);
        header.theme(theme);
        gallery.dress(theme);
        views.dress(theme);
        if (equation != null) equation.dress(theme);
    }

    /** Ends the run and every thread of the window. */
    @Override
    public void close() {
        timer.stop();
        Platform.getPreferences().colorSchemeProperty().removeListener(systemTheme);
        views.close();
        rasteriser.close();
        bench.close();
        thumbnails.close();
        background.close();
    }
}

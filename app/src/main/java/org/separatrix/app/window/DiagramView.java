package org.separatrix.app.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;
import org.separatrix.run.SweepCell;
import org.separatrix.run.SweepMap;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepRun;
import org.separatrix.viz.DiagramChart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Range;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Zoom;
import org.separatrix.viz.screen.Rasteriser;

/**
 * Phase diagrams that fill in while one watches: a click on a point opens its run, a rectangle is looked at closer. The
 * work is shared by all cores but one, which is the screen's.
 */
final class DiagramView implements View {
    /** The time from one picture of a growing map to the next, in nanoseconds. */
    private static final long PERIOD = 150_000_000;

    private final Bench bench;
    private final Background background;
    private final Rasteriser rasteriser;
    private final Runnable toDynamics;
    private final Board board;
    private final DiagramControls controls;
    private final SweepBar bar;
    private final Scroller node;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("separatrix-sweep-", 1).factory());
    private final Deque<Study> before = new ArrayDeque<>();
    private Laboratory laboratory;
    private Optional<Study> study = Optional.empty();
    private Optional<DiagramChart> chart = Optional.empty();
    private Optional<ChartCard> means = Optional.empty();
    private Optional<ChartCard> errors = Optional.empty();
    private int shown = -1;
    private long shownAt;

    /** @param toDynamics brings the tab to the front where an opened run is seen */
    DiagramView(
            Bench bench, Background background, Rasteriser rasteriser, Preferences preferences, Runnable toDynamics) {
        this.bench = bench;
        this.background = background;
        this.rasteriser = rasteriser;
        this.toDynamics = toDynamics;
        board = new Board(preferences);
        controls = new DiagramControls(bench.compute(), this::begin);
        bar = new SweepBar(() -> study.ifPresent(Study::toggle), () -> study.ifPresent(Study::cancel), this::back);
        VBox.setVgrow(board, Priority.ALWAYS);
        var content = new VBox(controls, board, bar);
        content.getStyleClass().add("diagram");
        node = new Scroller(content);
    }

    @Override
    public String name() {
        return "Phase diagram";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean hasContent() {
        return !bench.laboratory().diagrams().isEmpty();
    }

    @Override
    public void pulse() {
        if (laboratory != bench.laboratory()) take(bench.laboratory());
        controls.present(present());
        study.ifPresent(this::pulse);
        board.show(
                laboratory.title().id(),
                name(),
                Stream.of(means, errors).flatMap(Optional::stream).toList());
    }

    private void take(Laboratory opened) {
        forget();
        laboratory = opened;
        means = Optional.empty();
        controls.open(opened, present());
    }

    /** The plane of the first diagram around the run on the bench. */
    private PhaseDiagram present() {
        PhaseDiagram first = bench.laboratory().diagrams().getFirst();
        return new PhaseDiagram(
                "present",
                "Around the present run",
                "The plane around the run on the bench.",
                bench.settings().get().differences(),
                first.x(),
                first.y(),
                first.metric(),
                1,
                bench.preset().get().until(),
                Long.MAX_VALUE,
                first.theory(),
                List.of());
    }

    private void begin(PhaseDiagram diagram, SweepPlan plan) {
        study.ifPresent(Study::cancel);
        study.ifPresent(before::push);
        turn(new Study(diagram, plan, threads, Math.max(1, Runtime.getRuntime().availableProcessors() - 1)));
    }

    private void back() {
        if (before.isEmpty()) return;
        study.ifPresent(Study::close);
        Study earlier = before.pop();
        controls.show(earlier.plan());
        earlier.goOn();
        turn(earlier);
    }

    private void turn(Study next) {
        study = Optional.of(next);
        chart = Optional.empty();
        SweepMap map = next.map();
        Look look = means.map(card -> card.view().look())
                .orElseGet(() -> Look.of(Theme.LIGHT).withContours(true));
        background.compute(
                () -> DiagramChart.of(map, next.diagram(), look),
                drawn -> {
                    if (study.filter(next::equals).isPresent()) show(next, drawn, -1);
                },
                failure -> bench.say("the phase diagram cannot be drawn: " + failure.getMessage()));
    }

    private void pulse(Study now) {
        now.pulse();
        var progress = now.progress();
        bar.show(progress, now.going(), !before.isEmpty());
        if (chart.isEmpty() || progress.done() == shown || System.nanoTime() - shownAt < PERIOD) return;
        show(now, chart.get().with(now.map()), progress.done());
    }

    /** @param done how many runs the map holds at least */
    private void show(Study of, DiagramChart drawn, int done) {
        boolean first = chart.isEmpty();
        chart = Optional.of(drawn);
        shown = done;
        shownAt = System.nanoTime();
        means = Optional.of(card(means, "diagram", drawn, first));
        errors = of.plan().replicates() < 2
                ? Optional.empty()
                : Optional.of(card(errors, "error", drawn.ofErrors(), first));
    }

    private ChartCard card(Optional<ChartCard> kept, String key, DiagramChart drawn, boolean anew) {
        ChartCard card = kept.orElseGet(() -> create(key, drawn));
        if (anew) card.view().showAll();
        card.view().show(drawn);
        return card;
    }

    private ChartCard create(String key, DiagramChart drawn) {
        var card = new ChartCard(key, drawn, rasteriser, background, bench::say);
        card.view().onPicked((x, y) -> open(card, x, y));
        card.view().onRegion(this::refine);
        return card;
    }

    /** Opens the very run of a point. */
    private void open(ChartCard card, double x, double y) {
        card.view()
                .seen()
                .flatMap(layout -> chart.flatMap(drawn -> drawn.cell(layout.plane(), x, y)))
                .ifPresent(this::open);
    }

    private void open(SweepCell cell) {
        SweepMap map = chart.orElseThrow().map();
        Map<String, String> texts = map.recipe(cell.column(), cell.row(), 0).settings();
        Settings settings = laboratory.standard().withTexts(texts);
        String name = List.of(map.plan().x(), map.plan().y()).stream()
                .map(axis -> settings.find(axis.parameter()))
                .map(parameter -> (parameter.symbol().isEmpty() ? parameter.label() : parameter.symbol()) + " = "
                        + settings.text(parameter))
                .collect(Collectors.joining(", "));
        bench.open(laboratory, new Preset("point", name, "From the phase diagram: " + name + ".", texts, time(cell)));
        toDynamics.run();
    }

    private double time(SweepCell cell) {
        return cell.time() > 0 ? cell.time() : bench.preset().get().until();
    }

    private void refine(Zoom region) {
        SweepPlan plan = study.orElseThrow().plan();
        controls.narrow(narrowed(plan.x(), region.x()), narrowed(plan.y(), region.y()));
    }

    private static GridAxis narrowed(GridAxis axis, Optional<Range> to) {
        return to.map(range -> axis.over(Math.max(axis.min(), range.min()), Math.min(axis.max(), range.max())))
                .orElse(axis);
    }

    @Override
    public boolean isElsewhere() {
        return board.anyDetached();
    }

    @Override
    public boolean isDone() {
        return study.map(Study::progress)
                .filter(now -> now.state() == SweepRun.State.DONE && now.done() == shown)
                .isPresent();
    }

    @Override
    public void restore() {
        board.restore();
    }

    @Override
    public void dress(Dress dress) {
        board.dress(dress);
    }

    private void forget() {
        study.ifPresent(Study::close);
        before.forEach(Study::close);
        before.clear();
        study = Optional.empty();
        chart = Optional.empty();
        errors = Optional.empty();
    }

    @Override
    public void close() {
        forget();
        threads.shutdown();
        board.close();
    }
}

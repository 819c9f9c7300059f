package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.run.Run;
import org.separatrix.viz.LandscapeChart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;

/**
 * All phase portraits, and the landscape around the state that is looked at where the experiment has one: its surfaces in space,
 * and a map of each. It is evaluated in the background, again and again while the run goes on; a map that is zoomed into
 * is evaluated more finely there.
 */
final class LandscapeView implements View {
    private static final int COARSE = 31;
    private static final int FINE = 121;

    /** The least time from one landscape to the next, in nanoseconds. */
    private static final long PERIOD = 150_000_000;

    /** The time from one landscape to the next is at least so many times what evaluating it takes. */
    private static final int LEISURE = 3;

    private static final String RELIEF = "landscape";

    private final Bench bench;
    private final Background background;
    private final Charts portraits;
    private final Rasteriser rasteriser;
    private final Preferences preferences;
    private final Board board;
    private final PlaneChooser planes = new PlaneChooser(this::choose);
    private final VBox content = new VBox();
    private final Scroller node = new Scroller(content);
    private final Map<String, ChartCard> cards = new LinkedHashMap<>();

    private Run asked;
    private final Retrospect retrospect = new Retrospect();
    private boolean there;
    private double time;
    private Survey.Wish wish;
    private Future<?> work = CompletableFuture.completedFuture(null);
    private boolean busy;
    private long step = -1;
    private long begun;
    private long due;

    LandscapeView(
            Bench bench, Background background, Rasteriser rasteriser, Charts portraits, Preferences preferences) {
        this.bench = bench;
        this.background = background;
        this.rasteriser = rasteriser;
        this.portraits = portraits;
        this.preferences = preferences;
        board = new Board(preferences);
        VBox.setVgrow(board, Priority.ALWAYS);
        content.getStyleClass().add("landscape");
        content.getChildren().setAll(planes, board);
        planes(false);
    }

    private void planes(boolean shown) {
        planes.setVisible(shown);
        planes.setManaged(shown);
    }

    @Override
    public String name() {
        return "Landscape";
    }

    @Override
    public Node node() {
        return node;
    }

    /** Asks each run anew whether it has a landscape, since only the open experiment knows. */
    @Override
    public boolean hasContent() {
        if (asked != bench.run()) ask(bench.run());
        return there || !observables().isEmpty();
    }

    private void ask(Run run) {
        asked = run;
        run.landscapes().thenAccept(all -> Platform.runLater(() -> there = asked == run ? !all.isEmpty() : there));
    }

    private List<Observable<?>> observables() {
        return bench.observables().stream().filter(Portrait.class::isInstance).toList();
    }

    @Override
    public void pulse() {
        retrospect.look(bench.run(), bench.progress().recording(), there ? bench.cursor() : Moment.PRESENT);
        retrospect.run().ifPresentOrElse(this::keepUp, () -> planes.say("on the way to " + moment(bench.cursor())));
        portraits.show(observables());
        var shown = new ArrayList<>(cards.values());
        shown.addAll(portraits.cards());
        board.show(bench.laboratory().title().id(), name(), shown);
    }

    /** Has the landscape of a run evaluated where it is new, or the run has gone on. */
    private void keepUp(Run run) {
        var wanted = new Survey.Wish(run, preferences.get(planeName()).orElse(""), parts());
        boolean goesOn = Double.isNaN(bench.cursor()) && bench.progress().step() != step;
        if (!wanted.equals(wish) || !busy && goesOn && System.nanoTime() - due > 0) survey(wanted);
    }

    private String moment(double at) {
        return bench.timeAxis().label() + " " + Readout.number(at);
    }

    private String planeName() {
        return "plane." + bench.laboratory().title().id();
    }

    private void choose(String plane) {
        preferences.put(planeName(), plane);
        cards.values().forEach(card -> card.view().showAll());
    }

    /** What of the maps is looked at, where that is not all. */
    private Map<String, Box> parts() {
        var parts = new HashMap<String, Box>();
        cards.forEach((key, card) -> {
            Look look = card.view().look();
            if (look.zoom().x().isEmpty() || look.zoom().y().isEmpty()) return;
            var x = look.zoom().x().get();
            var y = look.zoom().y().get();
            parts.put(key, new Box(x.min(), x.max(), y.min(), y.max()));
        });
        return parts;
    }

    /** Begins anew in place of what is under way: coarsely first, where there is nothing like it to be seen yet. */
    private void survey(Survey.Wish wanted) {
        boolean known =
                wish != null && wish.run() == wanted.run() && wish.plane().equals(wanted.plane());
        work.cancel(true);
        wish = wanted;
        step = bench.progress().step();
        time = Double.isNaN(bench.cursor()) ? bench.progress().time() : bench.cursor();
        if (there && !known) say("working out the landscape at " + moment(time));
        evaluate(wanted, known ? FINE : COARSE);
    }

    private void evaluate(Survey.Wish wanted, int points) {
        busy = true;
        begun = System.nanoTime();
        work = background.compute(
                () -> Survey.of(wanted, points), survey -> accept(wanted, survey, points), failure -> {
                    if (wanted != wish) return;
                    rest();
                    say("the landscape cannot be evaluated: " + failure.getMessage());
                });
    }

    private void accept(Survey.Wish wanted, Optional<Survey> survey, int points) {
        if (wanted != wish) return;
        rest();
        if (wanted.run() == bench.run()) there = survey.isPresent();
        survey.ifPresentOrElse(this::show, this::showNothing);
        if (survey.isPresent() && points == COARSE) evaluate(wanted, FINE);
    }

    private void say(String words) {
        planes(true);
        planes.say(words);
    }

    private void rest() {
        busy = false;
        long now = System.nanoTime();
        due = now + Math.max(PERIOD, LEISURE * (now - begun));
    }

    private void showNothing() {
        cards.clear();
        planes(false);
    }

    private void show(Survey survey) {
        Landscape landscape = survey.landscape();
        planes.show(survey.all(), landscape);
        say("surface and path at " + moment(time));
        List<String> keys = new ArrayList<>(List.of(RELIEF));
        landscape.surfaces().forEach(surface -> keys.add(surface.series().key()));
        cards.keySet().retainAll(keys);
        Look look = Look.of(Theme.LIGHT).withContours(true);
        show(RELIEF, new LandscapeChart(landscape, survey.grids(), look.withRelief(true)));
        for (int s = 0; s < survey.grids().size(); s++) {
            Landscape.Surface surface = landscape.surfaces().get(s);
            String key = surface.series().key();
            Field.Values grid = survey.parts().getOrDefault(key, survey.grids().get(s));
            show(key, new LandscapeChart(landscape.only(surface), List.of(grid), look));
        }
    }

    /** The same card as before, so that it is looked at in the same way. */
    private void show(String key, LandscapeChart chart) {
        cards.computeIfAbsent(key, _ -> new ChartCard(cardName(key), chart, rasteriser, background, bench::say))
                .view()
                .show(chart);
    }

    private static String cardName(String key) {
        return key.equals(RELIEF) ? key : "map-" + key;
    }

    @Override
    public boolean isElsewhere() {
        return board.anyDetached();
    }

    @Override
    public void restore() {
        board.restore();
    }

    @Override
    public void close() {
        work.cancel(true);
        retrospect.close();
        board.close();
    }

    @Override
    public void dress(Dress dress) {
        board.dress(dress);
    }
}

package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.run.Run;
import org.separatrix.viz.LandscapeChart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;

/** All phase portraits, and the landscape around the present state where the experiment has one. */
final class LandscapeView implements View {
    private static final int GRID = 161;
    /** The time from one landscape to the next, in nanoseconds. */
    private static final long PERIOD = 200_000_000;

    private final Bench bench;
    private final Background background;
    private final Charts portraits;
    private final Rasteriser rasteriser;
    private final Board board;
    private Optional<ChartCard> card = Optional.empty();
    private Optional<Evaluated> shown = Optional.empty();
    private Run asked;
    private long step = -1;
    private long askedAt;
    private boolean busy;
    private Theme theme = Theme.LIGHT;

    private record Evaluated(Landscape landscape, Field.Values values) {}

    LandscapeView(
            Bench bench, Background background, Rasteriser rasteriser, Charts portraits, Preferences preferences) {
        this.bench = bench;
        this.background = background;
        this.rasteriser = rasteriser;
        this.portraits = portraits;
        board = new Board(preferences);
    }

    @Override
    public String name() {
        return "Landscape";
    }

    @Override
    public Node node() {
        return board;
    }

    /** Asks each run anew whether it has a landscape, since only the open experiment knows. */
    @Override
    public boolean hasContent() {
        if (asked != bench.run()) ask();
        return shown.isPresent() || !observables().isEmpty();
    }

    private List<Observable<?>> observables() {
        return bench.observables().stream().filter(Portrait.class::isInstance).toList();
    }

    @Override
    public void pulse() {
        boolean moved = bench.progress().step() != step && System.nanoTime() - askedAt > PERIOD;
        if (shown.isPresent() && moved) ask();
        portraits.show(observables());
        var cards = new ArrayList<>(portraits.cards());
        card.ifPresent(cards::add);
        board.show(bench.laboratory().title().id() + "/" + name(), cards);
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
        board.close();
    }

    private void ask() {
        if (busy) return;
        busy = true;
        asked = bench.run();
        askedAt = System.nanoTime();
        step = bench.progress().step();
        Run run = asked;
        background.compute(() -> evaluate(run), this::show, failure -> {
            busy = false;
            bench.say("the landscape cannot be evaluated: " + failure.getMessage());
        });
    }

    private static Optional<Evaluated> evaluate(Run run) throws InterruptedException, ExecutionException {
        return run.landscape().get().map(landscape -> new Evaluated(landscape, landscape.onGrid(GRID, GRID)));
    }

    private void show(Optional<Evaluated> evaluated) {
        busy = false;
        shown = evaluated;
        card = shown.map(this::card);
    }

    /** The card with a landscape: the same card as before, so that it is looked at in the same way. */
    private ChartCard card(Evaluated now) {
        var chart = new LandscapeChart(now.landscape, now.values, Look.of(theme).withContours(true));
        ChartCard kept = card.orElseGet(() -> new ChartCard("landscape", chart, rasteriser, background, bench::say));
        kept.view().show(chart);
        return kept;
    }

    @Override
    public void dress(Theme chosen) {
        theme = chosen;
        portraits.dress(chosen);
        card.ifPresent(shownOn -> shownOn.dress(chosen));
        board.dress(chosen);
    }
}

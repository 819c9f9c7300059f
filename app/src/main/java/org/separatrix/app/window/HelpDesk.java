package org.separatrix.app.window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.separatrix.lab.Observable;

/** Answers what is on screen: the part of the window under the pointer or with the keyboard, whichever came last. */
final class HelpDesk {
    private final Bench bench;
    private final List<Key> keys;
    private final Overlay overlay;
    private Node pointed;

    /** @param overlay where the answers are shown */
    HelpDesk(Bench bench, List<Key> keys, Overlay overlay) {
        this.bench = bench;
        this.keys = keys;
        this.overlay = overlay;
    }

    /** Follows the pointer and the keyboard through a scene, of which some part shows the charts. */
    void follow(Scene scene, Node charts) {
        Help.explain(charts, this::helpOnChart);
        scene.addEventFilter(
                MouseEvent.MOUSE_MOVED, event -> pointed = event.getPickResult().getIntersectedNode());
        scene.focusOwnerProperty().addListener((_, _, owner) -> pointed = owner);
    }

    /** Shows what can be said of what is pointed at, of the laboratory where there is nothing. */
    void showHelp() {
        Help help = Help.of(pointed).orElseGet(() -> Explanations.of(bench.laboratory()));
        overlay.show(new HelpCard(help, "All keys: " + Key.find(keys, "keys").display()));
    }

    /** Shows all keys. */
    void showKeys() {
        overlay.show(new KeySheet(keys, ChartKeys.of(() -> chart().orElseThrow())));
    }

    /** The chart that is pointed at, or the laboratory where that is none of an observable. */
    private Help helpOnChart() {
        return chart().flatMap(this::observable)
                .map(observable -> Explanations.of(observable, bench.laboratory()))
                .orElseGet(() -> Explanations.of(bench.laboratory()));
    }

    private Optional<Observable<?>> observable(ChartCard card) {
        return bench.observables().stream()
                .filter(observable -> observable.key().equals(card.key()))
                .findFirst();
    }

    private Optional<ChartCard> chart() {
        return Stream.iterate(pointed, node -> node != null, Node::getParent)
                .filter(ChartCard.class::isInstance)
                .map(ChartCard.class::cast)
                .findFirst();
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.lab.Laboratory;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;
import org.testfx.api.FxToolkit;

class BoardTest {
    private final Rasteriser rasteriser = new Rasteriser(1);
    private final Background background = new Background();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        rasteriser.close();
        background.close();
    }

    private List<ChartCard> cards() {
        Laboratory bowl = Laboratory.find("bowl");
        Chart chart = Chart.of(bowl.observables(bowl.standard()).getFirst(), Look.of(Theme.LIGHT));
        return Stream.of("one", "two", "three")
                .map(key -> new ChartCard(key, chart, rasteriser, background, _ -> {}))
                .toList();
    }

    private Board board(Preferences preferences, List<ChartCard> cards) {
        var board = new Board(preferences);
        board.show("bowl", "Dynamics", cards);
        return board;
    }

    private static List<String> shown(Board board) {
        return ((Parent) board.lookup(".card-grid"))
                .getChildrenUnmodifiable().stream().map(Node::getId).toList();
    }

    @Test
    void howCardsLieIsRememberedAtTheNextStart() {
        Optional<Path> file = Optional.of(folder.resolve("deep").resolve("window.properties"));
        try (var preferences = new Preferences(file)) {
            fx(() -> {
                List<ChartCard> cards = cards();
                board(preferences, cards).move(cards.get(2), -2);
                return true;
            });
        }

        List<String> again = fx(() -> shown(board(new Preferences(file), cards())));

        assertThat(again).containsExactly("chart-three", "chart-one", "chart-two");
    }

    @Test
    void whatHadAWindowOfItsOwnHasOneAgain() {
        var preferences = new Preferences(Optional.empty());
        boolean again = fx(() -> {
            List<ChartCard> first = cards();
            try (Board board = board(preferences, first)) {
                board.detach(first.get(1));
            }
            List<ChartCard> second = cards();
            try (Board board = board(preferences, second)) {
                return board.detached(second.get(1)) && shown(board).equals(List.of("chart-one", "chart-three"));
            }
        });

        assertThat(again).isTrue();
    }

    @Test
    void aWindowOfItsOwnStandsWhereItStoodAndIsAsLarge() {
        var preferences = new Preferences(Optional.empty());
        var left = new Placement(140, 90, 640, 410);
        Placement again = fx(() -> {
            List<ChartCard> first = cards();
            try (Board board = board(preferences, first)) {
                board.detach(first.get(1));
                left.put(windowOf(first.get(1)));
            }
            List<ChartCard> second = cards();
            try (Board board = board(preferences, second)) {
                assertThat(board.anyDetached()).isTrue();
                return Placement.of(windowOf(second.get(1)));
            }
        });

        assertThat(again).isEqualTo(left);
    }

    @Test
    void aWindowThatWouldLieBesideEveryScreenIsBroughtBack() {
        Placement seen = fx(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane()));
            new Placement(90_000, 90_000, 640, 410).put(stage);
            stage.show();
            Placement placement = Placement.of(stage);
            stage.close();
            return placement;
        });

        assertThat(seen.x()).isLessThan(10_000);
        assertThat(seen.width()).isEqualTo(640);
    }

    @Test
    void whatIsNoPlacementIsForgotten() {
        assertThat(Placement.parse("1,2,3")).isEmpty();
        assertThat(Placement.parse("1,2,3,wide")).isEmpty();
        assertThat(Placement.parse("1,2,NaN,4")).isEmpty();
        assertThat(Placement.parse(new Placement(-8, 2.5, 300, 200).text())).contains(new Placement(-8, 2.5, 300, 200));
    }

    private static Stage windowOf(ChartCard card) {
        return (Stage) card.getScene().getWindow();
    }

    @Test
    void anEnlargedCardIsAloneInItsTabAndNowhereElse() {
        List<List<String>> seen = fx(() -> {
            List<ChartCard> cards = cards();
            Board board = board(new Preferences(Optional.empty()), cards);
            board.enlarge(cards.get(1));
            List<String> here = shown(board);
            board.show("bowl", "Spectrum", cards);
            List<String> there = shown(board);
            board.show("bowl", "Dynamics", cards);
            board.restore();
            return List.of(here, there, shown(board));
        });

        assertThat(seen.get(0)).containsExactly("chart-two");
        assertThat(seen.get(1)).hasSize(3);
        assertThat(seen.get(2)).hasSize(3);
    }
}

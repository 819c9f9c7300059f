package org.separatrix.app.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The cards of one tab: in a grid, one of them alone, some in windows of their own. */
final class Board extends StackPane implements AutoCloseable {
    /** The part of a card by which it is carried: its title. */
    private static final double GRIP = 28;

    private static final double WIDTH = 720;
    private static final double HEIGHT = 520;

    private final Preferences preferences;
    private final CardGrid grid = new CardGrid();
    private final Map<ChartCard, Stage> windows = new LinkedHashMap<>();
    private String tab = "";
    private String opened = "";
    private Arrangement arrangement = Arrangement.DECLARED;
    private List<ChartCard> cards = List.of();
    private Dress dress = Dress.USUAL;
    private ChartCard carried;
    private ChartCard target;

    /** @param preferences remember how the cards lie */
    Board(Preferences preferences) {
        this.preferences = preferences;
        getStyleClass().add("board");
        getChildren().setAll(new Scroller(grid));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::grip);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::carry);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drop());
    }

    /**
     * Shows cards.
     *
     * @param laboratory the name of the laboratory in files
     * @param view the name of the tab; their arrangement is remembered for both
     */
    void show(String laboratory, String view, List<ChartCard> wanted) {
        String of = laboratory + "/" + view;
        if (cards.equals(wanted) && tab.equals(of)) return;
        if (!cards.equals(wanted)) {
            cards = List.copyOf(wanted);
            cards.forEach(card -> {
                card.board(this);
                card.dress(dress);
            });
            List.copyOf(windows.keySet()).stream()
                    .filter(card -> !cards.contains(card))
                    .forEach(this::recall);
        }
        if (!tab.equals(of)) {
            tab = of;
            opened = laboratory;
            arrangement = preferences.get(name()).map(Arrangement::parse).orElse(Arrangement.DECLARED);
        }
        cards.stream()
                .filter(card -> arrangement.detached().contains(card.key()) && !detached(card))
                .forEach(this::open);
        arrange();
    }

    private String name() {
        return "cards." + tab;
    }

    /** The name of the laboratory in files. */
    String laboratory() {
        return opened;
    }

    private String windowName(ChartCard card) {
        return "window." + tab + "/" + card.key();
    }

    private void arrange() {
        List<ChartCard> here =
                ordered().stream().filter(card -> !windows.containsKey(card)).toList();
        List<ChartCard> alone = here.stream()
                .filter(card -> card.key().equals(arrangement.enlarged()))
                .toList();
        grid.show(alone.isEmpty() ? here : alone);
    }

    private List<ChartCard> ordered() {
        return arrangement.sorted(names()).stream()
                .map(name -> cards.stream()
                        .filter(card -> card.key().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private List<String> names() {
        return cards.stream().map(ChartCard::key).toList();
    }

    private void remember(Arrangement next) {
        arrangement = next;
        preferences.put(name(), next.text());
        arrange();
    }

    /** Whether a card fills the tab. */
    boolean enlarged(ChartCard card) {
        return arrangement.enlarged().equals(card.key());
    }

    /** Fills the tab with a card, or shows all again. */
    void enlarge(ChartCard card) {
        if (detached(card)) return;
        remember(arrangement.enlarging(enlarged(card) ? "" : card.key()));
        card.view().requestFocus();
    }

    /** Shows all cards. */
    void restore() {
        if (!arrangement.enlarged().isEmpty()) remember(arrangement.enlarging(""));
    }

    /** Whether a card can go so many places further. */
    boolean canMove(ChartCard card, int places) {
        int place = ordered().indexOf(card) + places;
        return place >= 0 && place < cards.size();
    }

    /** Puts a card so many places further. */
    void move(ChartCard card, int places) {
        if (!canMove(card, places)) return;
        remember(arrangement.moved(names(), card.key(), ordered().indexOf(card) + places));
        card.view().requestFocus();
    }

    /** Whether a card has a window of its own. */
    boolean detached(ChartCard card) {
        return windows.containsKey(card);
    }

    /** Whether any card has. */
    boolean anyDetached() {
        return !windows.isEmpty();
    }

    /** Gives a card a window of its own, or takes it back. */
    void detach(ChartCard card) {
        boolean apart = !detached(card);
        remember(arrangement.detaching(card.key(), apart));
        if (apart) {
            open(card);
            card.view().requestFocus();
        } else recall(card);
    }

    private void open(ChartCard card) {
        var stage = new Stage();
        windows.put(card, stage);
        arrange();
        stage.setTitle(card.view().plot().title() + " – Separatrix");
        stage.setScene(new Scene(new StackPane(card), WIDTH, HEIGHT));
        StyleSheets.apply(dress, stage.getScene());
        stage.setOnCloseRequest(_ -> remember(arrangement.detaching(card.key(), false)));
        stage.setOnHidden(_ -> recall(card));
        String name = windowName(card);
        stage.setOnHiding(_ -> preferences.put(name, Placement.of(stage).text()));
        preferences.get(name).flatMap(Placement::parse).ifPresent(placement -> placement.put(stage));
        stage.show();
    }

    private void recall(ChartCard card) {
        Stage stage = windows.remove(card);
        if (stage == null) return;
        ((StackPane) stage.getScene().getRoot()).getChildren().clear();
        stage.close();
        arrange();
    }

    private void grip(MouseEvent event) {
        ChartCard card = card((Node) event.getTarget());
        boolean byTitle = card != null
                && event.getTarget() == card.view()
                && event.getButton() == MouseButton.PRIMARY
                && card.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() < GRIP;
        carried = byTitle && grid.getChildrenUnmodifiable().size() > 1 ? card : null;
    }

    private void carry(MouseEvent event) {
        if (carried == null) return;
        carried.carried(true);
        ChartCard over = grid.getChildrenUnmodifiable().stream()
                .filter(node -> node.contains(node.sceneToLocal(event.getSceneX(), event.getSceneY())))
                .map(ChartCard.class::cast)
                .findFirst()
                .orElse(null);
        if (target != null) target.target(false);
        target = over == carried ? null : over;
        if (target != null) target.target(true);
    }

    private void drop() {
        if (carried != null) carried.carried(false);
        if (carried != null && target != null) {
            target.target(false);
            remember(arrangement.moved(names(), carried.key(), ordered().indexOf(target)));
        }
        carried = null;
        target = null;
    }

    private static ChartCard card(Node from) {
        Node node = from;
        while (node != null && !(node instanceof ChartCard)) node = node.getParent();
        return (ChartCard) node;
    }

    /** Takes the colours and the size of text of the window. */
    void dress(Dress chosen) {
        dress = chosen;
        cards.forEach(card -> card.dress(chosen));
        windows.values().stream()
                .map(Stage::getScene)
                .filter(Objects::nonNull)
                .forEach(scene -> StyleSheets.apply(dress, scene));
    }

    /** Closes the windows of cards. */
    @Override
    public void close() {
        List.copyOf(windows.keySet()).forEach(this::recall);
    }
}

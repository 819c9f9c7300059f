package org.separatrix.app.window;

import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.separatrix.lab.Scale;
import org.separatrix.viz.ColourMap;
import org.separatrix.viz.Freedom;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Range;
import org.separatrix.viz.Zoom;
import org.separatrix.viz.screen.ChartView;

/** The menu that every chart has. */
final class ChartMenu {
    private final ChartCard card;
    private final ChartView view;
    private final ContextMenu menu = new ContextMenu();

    private ChartMenu(ChartCard card) {
        this.card = card;
        view = card.view();
    }

    /** The menu of a card as it is now. */
    static ContextMenu of(ChartCard card) {
        return new ChartMenu(card).filled();
    }

    private ContextMenu filled() {
        check("log-x", view.spacingX() == Scale.LOG).setDisable(view.freedomX() != Freedom.SPACING);
        check("log-y", view.spacingY() == Scale.LOG).setDisable(view.freedomY() != Freedom.SPACING);
        if (view.plot().coloured()) colours();
        if (!view.plot().parts().isEmpty()) parts();
        if (view.inSpace()) {
            item("higher");
            item("flatter");
        }
        divide();
        item("show-all").setDisable(view.look().zoom().equals(Zoom.ALL));
        item("zoom-back").setDisable(!view.hasBack());
        item("zoom-forward").setDisable(!view.hasForward());
        divide();
        item("copy-picture");
        item("copy-data");
        item("copy-summary");
        item("save-picture");
        divide();
        Board board = card.board();
        MenuItem enlarge = item("enlarge");
        enlarge.setText(board.enlarged(card) ? "Back to all charts" : enlarge.getText());
        MenuItem detach = item("detach");
        detach.setText(board.detached(card) ? "Back to its tab" : detach.getText());
        enlarge.setDisable(board.detached(card));
        item("card-left").setDisable(!board.canMove(card, -1));
        item("card-right").setDisable(!board.canMove(card, 1));
        return menu;
    }

    /** Everything that can be hidden, however long the legend. */
    private void parts() {
        var shown = new Menu("Shown");
        shown.setId("menu-shown");
        view.plot().parts().forEach((part, name) -> {
            var item = new CheckMenuItem(name);
            item.setSelected(view.look().shows(part));
            item.setOnAction(_ -> view.toggle(part));
            shown.getItems().add(item);
        });
        menu.getItems().add(shown);
    }

    private void colours() {
        Optional<ColourMap> now = view.look().colours();
        var maps = new Menu("Colours");
        maps.setId("menu-colours");
        maps.getItems()
                .setAll(
                        map("As suits the values", Optional.empty(), now),
                        map("Viridis", Optional.of(ColourMap.VIRIDIS), now),
                        map("Cividis", Optional.of(ColourMap.CIVIDIS), now),
                        map("Diverging", Optional.of(ColourMap.VIK), now),
                        map("Cyclic", Optional.of(ColourMap.TWILIGHT), now));
        menu.getItems().add(maps);

        check("log-colours", view.spacingOfColours() == Scale.LOG);
        boolean locked = view.look().range().isPresent();
        check(
                "lock-colours",
                "Lock range of colours",
                locked,
                () -> view.look(look -> look.withRange(locked ? Optional.empty() : shown())));
        boolean lines = view.look().contours();
        check("contours", "Contour lines", lines, () -> view.look(look -> look.withContours(!lines)));
        check("relief", view.look().relief());
    }

    private Optional<Range> shown() {
        return view.seen().flatMap(Layout::colours).map(span -> new Range(span.min(), span.max()));
    }

    private MenuItem map(String name, Optional<ColourMap> map, Optional<ColourMap> now) {
        var item = new RadioMenuItem(name);
        item.setSelected(map.equals(now));
        item.setOnAction(_ -> view.look(look -> look.withColours(map)));
        return item;
    }

    private MenuItem item(String id) {
        return add(new MenuItem(), id);
    }

    private CheckMenuItem check(String id, boolean selected) {
        CheckMenuItem item = add(new CheckMenuItem(), id);
        item.setSelected(selected);
        return item;
    }

    private void check(String id, String name, boolean selected, Runnable action) {
        var item = new CheckMenuItem(name);
        item.setId("menu-" + id);
        item.setSelected(selected);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
    }

    private <I extends MenuItem> I add(I item, String id) {
        Key key = Key.find(card.keys(), id);
        item.setId("menu-" + id);
        item.setText(key.name());
        item.setAccelerator(key.combination());
        item.setOnAction(_ -> key.action().run());
        menu.getItems().add(item);
        return item;
    }

    private void divide() {
        menu.getItems().add(new SeparatorMenuItem());
    }
}

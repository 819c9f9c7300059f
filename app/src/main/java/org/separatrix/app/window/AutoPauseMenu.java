package org.separatrix.app.window;

import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** When the run pauses by itself: at the end of the preset, at an event, at a time, or not at all. */
final class AutoPauseMenu extends MenuButton {
    private final Bench bench;
    private final Key time;

    AutoPauseMenu(Bench bench, List<Key> keys) {
        this.bench = bench;
        time = Key.find(keys, "pause-at");
        setId("auto-pause");
        setGraphic(new FontIcon(Feather.CLOCK));
        getStyleClass().addAll("icon-button", "auto-pause", Tweaks.NO_ARROW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        // It stands at the lower edge of the window, which may be that of the screen.
        setPopupSide(Side.TOP);
        setAccessibleText("When to pause");
        setTooltip(new Tooltip("When to pause (" + Key.find(keys, "auto-pause").display() + ")"));
    }

    @Override
    public void show() {
        fill();
        super.show();
    }

    private void fill() {
        var one = new ToggleGroup();
        var items = new ArrayList<MenuItem>();
        Stream.concat(
                        Stream.of(new AutoPause.AtEnd(), new AutoPause.Never(), new AutoPause.AtNextEvent()),
                        bench.knownEvents().stream())
                .forEach(choice -> items.add(item(choice, one)));
        if (bench.autoPause() instanceof AutoPause.AtTime chosen) items.add(item(chosen, one));
        var other = new MenuItem(time.name() + " …");
        other.setAccelerator(time.combination());
        other.setOnAction(_ -> time.action().run());
        items.add(other);
        getItems().setAll(items);
    }

    private MenuItem item(AutoPause choice, ToggleGroup one) {
        var item = new RadioMenuItem(choice.words());
        item.setToggleGroup(one);
        item.setSelected(choice.equals(bench.autoPause()));
        item.setOnAction(_ -> bench.pauseAt(choice));
        return item;
    }
}

package org.separatrix.app.window;

import java.util.List;
import org.separatrix.viz.screen.ChartView;

/** What a chart can do, and the keys for it while it has the focus: its menu and its help say what stands here. */
final class ChartKeys {
    private static final double STEP = 0.01;
    private static final double STRIDE = 0.1;
    private static final double ZOOM = 1.4;
    private static final double HEIGHTEN = 1.25;

    private ChartKeys() {}

    /** The keys of a card. */
    static List<Key> of(ChartCard card) {
        ChartView view = card.view();
        return List.of(
                new Key("read-left", "Left", "Read earlier values, or turn to the left", () -> view.move(-STEP, 0)),
                new Key("read-right", "Right", "Read later values, or turn to the right", () -> view.move(STEP, 0)),
                new Key("read-down", "Down", "Read values below, or look from lower down", () -> view.move(0, -STEP)),
                new Key("read-up", "Up", "Read values above, or look from higher up", () -> view.move(0, STEP)),
                new Key("leap-left", "Shift+Left", "Read much earlier values", () -> view.move(-STRIDE, 0)),
                new Key("leap-right", "Shift+Right", "Read much later values", () -> view.move(STRIDE, 0)),
                new Key("log-x", "X", "Logarithmic x axis", view::turnX),
                new Key("log-y", "Y", "Logarithmic y axis", view::turnY),
                new Key("log-colours", "Z", "Logarithmic colours and heights", view::turnColours),
                new Key("relief", "3", "Surface in space", view::turnRelief),
                new Key("higher", "Shift+Up", "Higher surface", () -> view.heighten(HEIGHTEN)),
                new Key("flatter", "Shift+Down", "Flatter surface", () -> view.heighten(1 / HEIGHTEN)),
                new Key("zoom-in", "Plus", "Zoom in", () -> view.scale(1 / ZOOM)),
                new Key("zoom-in-too", "Equals", "Zoom in", () -> view.scale(1 / ZOOM)),
                new Key("zoom-out", "Minus", "Zoom out", () -> view.scale(ZOOM)),
                new Key("show-all", "0", "Reset zoom", view::showAll),
                new Key("zoom-back", "Alt+Left", "Zoom back", view::back),
                new Key("zoom-forward", "Alt+Right", "Zoom forward", view::forward),
                new Key(
                        "pan-left",
                        "Shortcut+Left",
                        "Move the view to the left, or what is read in space",
                        () -> view.pan(-STRIDE, 0)),
                new Key(
                        "pan-right",
                        "Shortcut+Right",
                        "Move the view to the right, or what is read in space",
                        () -> view.pan(STRIDE, 0)),
                new Key(
                        "pan-down",
                        "Shortcut+Down",
                        "Move the view down, or what is read in space",
                        () -> view.pan(0, -STRIDE)),
                new Key(
                        "pan-up",
                        "Shortcut+Up",
                        "Move the view up, or what is read in space",
                        () -> view.pan(0, STRIDE)),
                new Key("copy-picture", "Shortcut+C", "Copy picture", card::copyPicture),
                new Key("copy-data", "Shortcut+D", "Copy data", card::copyData),
                new Key("copy-summary", "Shortcut+I", "Copy summary", card::copySummary),
                new Key("save-picture", "Shortcut+S", "Save picture…", card::savePicture),
                new Key("enlarge", "Enter", "Enlarge", () -> card.board().enlarge(card)),
                new Key(
                        "detach",
                        "Shortcut+Enter",
                        "Open in a window of its own",
                        () -> card.board().detach(card)),
                new Key(
                        "card-left",
                        "Shortcut+Shift+Left",
                        "Move card left",
                        () -> card.board().move(card, -1)),
                new Key(
                        "card-right",
                        "Shortcut+Shift+Right",
                        "Move card right",
                        () -> card.board().move(card, 1)));
    }
}

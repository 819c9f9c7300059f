package org.separatrix.app.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a chart can do, and the keys for it while it has the keyboard: its menu, its help and the sheet of keys say what
 * stands here.
 */
final class ChartKeys {
    private static final double STEP = 0.01;
    private static final double STRIDE = 0.1;
    private static final double ZOOM = 1.4;
    private static final double HEIGHTEN = 1.25;

    private record Ability(String id, String combination, String name, Consumer<ChartCard> action) {
        Key of(Supplier<ChartCard> card) {
            return new Key(id, combination, name, () -> action.accept(card.get()));
        }
    }

    private static final List<Ability> ABILITIES = List.of(
            new Ability(
                    "read-left",
                    "Left",
                    "Read earlier values, or turn to the left",
                    card -> card.view().move(-STEP, 0)),
            new Ability(
                    "read-right",
                    "Right",
                    "Read later values, or turn to the right",
                    card -> card.view().move(STEP, 0)),
            new Ability(
                    "read-down",
                    "Down",
                    "Read values below, or look from lower down",
                    card -> card.view().move(0, -STEP)),
            new Ability(
                    "read-up",
                    "Up",
                    "Read values above, or look from higher up",
                    card -> card.view().move(0, STEP)),
            new Ability(
                    "leap-left",
                    "Shift+Left",
                    "Read much earlier values",
                    card -> card.view().move(-STRIDE, 0)),
            new Ability(
                    "leap-right",
                    "Shift+Right",
                    "Read much later values",
                    card -> card.view().move(STRIDE, 0)),
            new Ability("log-x", "X", "Logarithmic x axis", card -> card.view().turnX()),
            new Ability("log-y", "Y", "Logarithmic y axis", card -> card.view().turnY()),
            new Ability(
                    "log-colours",
                    "Z",
                    "Logarithmic colours and heights",
                    card -> card.view().turnColours()),
            new Ability("relief", "3", "Surface in space", card -> card.view().turnRelief()),
            new Ability(
                    "higher", "Shift+Up", "Higher surface", card -> card.view().heighten(HEIGHTEN)),
            new Ability(
                    "flatter",
                    "Shift+Down",
                    "Flatter surface",
                    card -> card.view().heighten(1 / HEIGHTEN)),
            new Ability("zoom-in", "Plus", "Zoom in", card -> card.view().scale(1 / ZOOM)),
            new Ability("zoom-in-too", "Equals", "Zoom in", card -> card.view().scale(1 / ZOOM)),
            new Ability("zoom-out", "Minus", "Zoom out", card -> card.view().scale(ZOOM)),
            new Ability("show-all", "0", "Reset zoom", card -> card.view().showAll()),
            new Ability(
                    "zoom-back", "Alt+Left", "Zoom back", card -> card.view().back()),
            new Ability(
                    "zoom-forward",
                    "Alt+Right",
                    "Zoom forward",
                    card -> card.view().forward()),
            new Ability(
                    "pan-left",
                    "Shortcut+Left",
                    "Move the view to the left, or what is read in space",
                    card -> card.view().pan(-STRIDE, 0)),
            new Ability(
                    "pan-right",
                    "Shortcut+Right",
                    "Move the view to the right, or what is read in space",
                    card -> card.view().pan(STRIDE, 0)),
            new Ability(
                    "pan-down",
                    "Shortcut+Down",
                    "Move the view down, or what is read in space",
                    card -> card.view().pan(0, -STRIDE)),
            new Ability(
                    "pan-up",
                    "Shortcut+Up",
                    "Move the view up, or what is read in space",
                    card -> card.view().pan(0, STRIDE)),
            new Ability("copy-picture", "Shortcut+C", "Copy picture", ChartCard::copyPicture),
            new Ability("copy-data", "Shortcut+D", "Copy data", ChartCard::copyData),
            new Ability("copy-summary", "Shortcut+I", "Copy summary", ChartCard::copySummary),
            new Ability("save-picture", "Shortcut+S", "Save picture…", ChartCard::savePicture),
            new Ability("enlarge", "Enter", "Enlarge", card -> card.board().enlarge(card)),
            new Ability(
                    "detach",
                    "Shortcut+Enter",
                    "Open in a window of its own",
                    card -> card.board().detach(card)),
            new Ability(
                    "card-left",
                    "Shortcut+Shift+Left",
                    "Move card left",
                    card -> card.board().move(card, -1)),
            new Ability(
                    "card-right",
                    "Shortcut+Shift+Right",
                    "Move card right",
                    card -> card.board().move(card, 1)));

    private ChartKeys() {}

    /**
     * The keys.
     *
     * @param card the card that has the keyboard when one is pressed
     */
    static List<Key> of(Supplier<ChartCard> card) {
        return ABILITIES.stream().map(ability -> ability.of(card)).toList();
    }
}

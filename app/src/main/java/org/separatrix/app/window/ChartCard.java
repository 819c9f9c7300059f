package org.separatrix.app.window;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.separatrix.io.SweepFolder;
import org.separatrix.io.TableText;
import org.separatrix.viz.Chart;
import org.separatrix.viz.DiagramChart;
import org.separatrix.viz.Figure;
import org.separatrix.viz.LandscapeChart;
import org.separatrix.viz.Plot;
import org.separatrix.viz.Track;
import org.separatrix.viz.screen.ChartView;
import org.separatrix.viz.screen.Rasteriser;

/** A card with a chart, its keys and its menu. */
final class ChartCard extends StackPane {
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double PIXELS = 2;

    private final String key;
    private final ChartView view;
    private final Background background;
    private final Consumer<String> say;
    private final List<Key> keys;
    private final Button more = Icons.button(Feather.MORE_HORIZONTAL, "Menu of the chart");
    private Board board;
    private ContextMenu menu = new ContextMenu();

    /**
     * A card.
     *
     * @param key its name among the cards of a tab
     * @param say tells the user what was done
     */
    ChartCard(String key, Plot plot, Rasteriser rasteriser, Background background, Consumer<String> say) {
        this.key = key;
        this.background = background;
        this.say = say;
        view = new ChartView(rasteriser, plot);
        keys = ChartKeys.of(() -> this);
        getStyleClass().add("card");
        setId("chart-" + key);
        view.setAccessibleHelp(Key.words(keys));
        more.getStyleClass().addAll("plain", "more");
        more.setOnAction(_ -> show(more));
        StackPane.setAlignment(more, Pos.BOTTOM_RIGHT);
        getChildren().setAll(view, more);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) show(more);
            else renewed().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Its name among the cards of a tab. */
    String key() {
        return key;
    }

    /** The chart. */
    ChartView view() {
        return view;
    }

    /** What it can do, and the keys for it. */
    List<Key> keys() {
        return keys;
    }

    /** The board it lies on. */
    Board board() {
        return board;
    }

    void board(Board lying) {
        board = lying;
    }

    /** Takes the colours and the size of text of the window. */
    void dress(Dress dress) {
        view.dress(dress.theme(), dress.text());
    }

    /** Shows whether it is being carried to another place. */
    void carried(boolean carried) {
        pseudoClassStateChanged(CARRIED, carried);
    }

    /** Shows whether what is carried would take its place. */
    void target(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    private void press(KeyEvent event) {
        boolean menuKey =
                event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown();
        if (menuKey) {
            show(more);
            event.consume();
        } else if (event.getTarget() == view) {
            keys.stream()
                    .filter(one -> one.combination().match(event))
                    .findFirst()
                    .ifPresent(one -> {
                        one.action().run();
                        event.consume();
                    });
            if (event.getCode() == KeyCode.ESCAPE && view.unread()) event.consume();
        }
    }

    private void show(Button at) {
        renewed().show(at, Side.TOP, 0, 0);
    }

    private ContextMenu renewed() {
        menu.hide();
        menu = ChartMenu.of(this);
        return menu;
    }

    /** Copies the picture as it is seen. */
    void copyPicture() {
        Figure figure = figure();
        copy(
                () -> {
                    WritableImage image = fxImage(figure.image(PIXELS));
                    return content -> content.putImage(image);
                },
                "picture");
    }

    /** Copies the numbers as comma-separated values. */
    void copyData() {
        Plot plot = view.plot();
        copy(
                () -> {
                    String text = data(plot);
                    return content -> content.putString(text);
                },
                "data");
    }

    /** Copies what the chart shows, in words. */
    void copySummary() {
        Plot plot = view.plot();
        copy(
                () -> {
                    String words = plot.summary();
                    return content -> content.putString(words);
                },
                "summary");
    }

    private void copy(Callable<Consumer<ClipboardContent>> made, String what) {
        background.compute(
                made,
                filling -> {
                    var content = new ClipboardContent();
                    filling.accept(content);
                    Clipboard.getSystemClipboard().setContent(content);
                    say.accept(what + " of \"" + view.plot().title() + "\" copied");
                },
                failure -> say.accept("the " + what + " cannot be copied: " + failure.getMessage()));
    }

    private static String data(Plot plot) {
        return switch (plot) {
            case Chart chart ->
                chart.tracks().stream()
                        .filter(track -> track.role() == Track.Role.MAIN)
                        .findFirst()
                        .map(track -> TableText.of(chart.observable(), track.recording(), track.at(chart.cursor())))
                        .orElse("");
            case DiagramChart diagram -> SweepFolder.text(diagram.map());
            case LandscapeChart landscape -> TableText.of(landscape.landscape(), landscape.grids());
        };
    }

    /** Asks where to, once the menu that asked for it is gone, and saves the picture there. */
    void savePicture() {
        Platform.runLater(this::chooseFile);
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle("Save the picture");
        chooser.setInitialFileName(fileName());
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) save(chosen.toPath());
    }

    /** The name suggested for the file of the picture: laboratory and chart, in letters that every system takes. */
    String fileName() {
        String words = board.laboratory() + " " + view.plot().title();
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + ".png";
    }

    /** Saves the picture, as it is seen, as a PNG file. */
    void save(Path file) {
        Figure figure = figure();
        background.compute(
                () -> Files.write(file, figure.png(PIXELS)),
                _ -> say.accept("picture saved: " + file),
                failure -> say.accept("the picture cannot be saved: " + failure.getMessage()));
    }

    private Figure figure() {
        return new Figure(view.picture(), view.look().theme().background(), (int) Math.max(1, view.getWidth()), (int)
                Math.max(1, view.getHeight()));
    }

    private static WritableImage fxImage(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        int[] pixels = drawn.getRGB(0, 0, width, height, null, 0, width);
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}

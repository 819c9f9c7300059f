package org.separatrix.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.viz.Theme;

/** Pictures of the window as a user sees it, taken without a screen. */
public final class Pictures {
    /** How many frames a finished run is left on screen, so that the charts are drawn and the figures settle. */
    private static final int SETTLE = 90;

    private static final List<String> TABS =
            List.of("Dynamics", "Spectrum", "More", "Landscape", "Phase diagram", "Notes");
    private static final Frame SMALL = new Frame(1024, 700, 1);
    private static final Frame USUAL = new Frame(1440, 900, 1);
    private static final Frame LARGE_TEXT = new Frame(1440, 900, 2);
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    /** Seconds after which there is something to see of most presets. */
    private static final double MOMENT = 3;

    private static final double SECOND = 1e9;

    private Pictures() {}

    /**
     * Takes the pictures that the documents show: of every laboratory the first preset in light, the second in dark, and
     * the notes.
     */
    public static void takeAll(Path folder) {
        var shots = new ArrayList<Shot>();
        List<Laboratory> all = Laboratory.all();
        for (Laboratory laboratory : all) {
            Preset preset = laboratory.presets().getFirst();
            Preset second =
                    laboratory.presets().get(Math.min(1, laboratory.presets().size() - 1));
            String id = laboratory.title().id();
            shots.add(
                    new Shot(Map.of("Dynamics", id + "-light"), all, laboratory, preset, Theme.LIGHT, USUAL, FOREVER));
            shots.add(new Shot(Map.of("Dynamics", id + "-dark"), all, laboratory, second, Theme.DARK, USUAL, FOREVER));
            shots.add(new Shot(Map.of("Notes", id + "-notes"), all, laboratory, preset, Theme.LIGHT, USUAL, FOREVER));
        }
        take(shots, folder);
    }

    /**
     * Takes pictures to judge the window by: of every laboratory every tab, in both themes, in a small window, a usual
     * one, and one with text of twice the size; each after a moment of its first preset.
     */
    public static void review(Path folder) {
        var shots = new ArrayList<Shot>();
        List<Laboratory> laboratories = Laboratory.all();
        for (Laboratory laboratory : laboratories)
            for (Theme theme : Theme.values())
                for (Frame frame : List.of(SMALL, USUAL, LARGE_TEXT)) {
                    String name = "%s-%s-%dx%d-%.0f-"
                            .formatted(
                                    laboratory.title().id(), theme, frame.width(), frame.height(), 100 * frame.text());
                    var tabs = new LinkedHashMap<String, String>();
                    for (String tab : TABS)
                        tabs.put(tab, (name + tab).toLowerCase(Locale.ROOT).replace(' ', '-'));
                    Preset preset = laboratory.presets().getFirst();
                    shots.add(new Shot(tabs, laboratories, laboratory, preset, theme, frame, MOMENT));
                }
        take(shots, folder);
    }

    /**
     * What to take.
     *
     * @param tabs the tabs, each with the name of its file without ending; of a tab that is not there, none is taken
     * @param laboratories all that the window offers
     * @param laboratory which of them
     * @param preset which of its presets
     * @param theme the colours
     * @param frame the window
     * @param seconds how long it is run, unless it comes to its end before
     */
    record Shot(
            Map<String, String> tabs,
            List<Laboratory> laboratories,
            Laboratory laboratory,
            Preset preset,
            Theme theme,
            Frame frame,
            double seconds) {}

    /**
     * A window.
     *
     * @param width in pixels
     * @param height in pixels
     * @param text the size of text, as a multiple of the usual one
     */
    record Frame(int width, int height, double text) {}

    /**
     * Takes pictures, one after the other, as PNG files in a folder.
     *
     * @throws UncheckedIOException where a file cannot be written
     */
    static void take(List<Shot> shots, Path folder) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        StyleSheets.loadFonts();
        for (Shot shot : shots) take(shot).forEach((file, image) -> write(image, folder.resolve(file + ".png")));
        Platform.exit();
    }

    private static Map<String, BufferedImage> take(Shot shot) {
        var taken = new CompletableFuture<Map<String, BufferedImage>>();
        Platform.runLater(() -> {
            try {
                new Sitting(shot, taken).start();
            } catch (RuntimeException e) {
                taken.completeExceptionally(e);
            }
        });
        return taken.join();
    }

    private static void write(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** One workbench, watched until its run has come to rest. It needs no window, and so no screen of its size. */
    private static final class Sitting extends AnimationTimer {
        private final Shot shot;
        private final Workbench workbench;
        private final CompletableFuture<Map<String, BufferedImage>> taken;
        private final Map<String, BufferedImage> images = new LinkedHashMap<>();
        private final Iterator<Map.Entry<String, String>> tabs;
        private Map.Entry<String, String> tab;
        private long began = -1;
        private int rested;

        Sitting(Shot shot, CompletableFuture<Map<String, BufferedImage>> taken) {
            this.shot = shot;
            this.taken = taken;
            tabs = shot.tabs().entrySet().iterator();
            tab = tabs.next();
            workbench = new Workbench(
                    shot.laboratories(),
                    Compute.AUTO,
                    shot.theme(),
                    shot.frame().text());
            workbench.open(shot.laboratory(), shot.preset());
            workbench.bench().speed(Double.POSITIVE_INFINITY);
        }

        @Override
        public void handle(long nanos) {
            Parent root = workbench.scene().getRoot();
            root.resize(shot.frame().width(), shot.frame().height());
            root.applyCss();
            root.layout();
            if (began < 0) began = nanos;
            Bench bench = workbench.bench();
            if (bench.playing() && (nanos - began) / SECOND > shot.seconds()) bench.toggle();
            boolean there = workbench.turnTo(tab.getKey());
            rested = bench.playing() ? 0 : rested + 1;
            if (there && rested < SETTLE) return;
            if (there) images.put(tab.getValue(), copy(root.snapshot(null, null)));
            rested = 0;
            if (tabs.hasNext()) {
                tab = tabs.next();
                return;
            }
            stop();
            taken.complete(images);
            workbench.close();
        }

        private static BufferedImage copy(WritableImage image) {
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            copy.setRGB(0, 0, width, height, pixels, 0, width);
            return copy;
        }
    }
}

package org.separatrix.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private Pictures() {}

    /**
     * Takes the pictures that the documents show: of every laboratory the first preset in light, the second in dark, and
     * the notes.
     */
    public static void takeAll(Path folder) {
        var shots = new ArrayList<Shot>();
        for (Laboratory laboratory : Laboratory.all()) {
            Preset preset = laboratory.presets().getFirst();
            Preset second =
                    laboratory.presets().get(Math.min(1, laboratory.presets().size() - 1));
            String id = laboratory.title().id();
            shots.add(new Shot(id + "-light", laboratory, preset, "Dynamics", Theme.LIGHT, WIDTH, HEIGHT));
            shots.add(new Shot(id + "-dark", laboratory, second, "Dynamics", Theme.DARK, WIDTH, HEIGHT));
            shots.add(new Shot(id + "-notes", laboratory, preset, "Notes", Theme.LIGHT, WIDTH, HEIGHT));
        }
        take(shots, folder);
    }

    /**
     * What to take.
     *
     * @param file the name of the file, without ending
     * @param laboratory which laboratory
     * @param preset which of its presets, run to its end
     * @param tab the tab in front
     * @param theme the colours
     * @param width of the window, in pixels
     * @param height of the window, in pixels
     */
    record Shot(String file, Laboratory laboratory, Preset preset, String tab, Theme theme, int width, int height) {}

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
        for (Shot shot : shots) write(take(shot), folder.resolve(shot.file() + ".png"));
        Platform.exit();
    }

    private static BufferedImage take(Shot shot) {
        var taken = new CompletableFuture<BufferedImage>();
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
        private final CompletableFuture<BufferedImage> taken;
        private int rested;

        Sitting(Shot shot, CompletableFuture<BufferedImage> taken) {
            this.shot = shot;
            this.taken = taken;
            workbench = new Workbench(List.of(shot.laboratory()), Compute.AUTO, shot.theme());
            workbench.bench().open(shot.laboratory(), shot.preset());
            workbench.bench().speed(Double.POSITIVE_INFINITY);
        }

        @Override
        public void handle(long nanos) {
            Parent root = workbench.scene().getRoot();
            root.resize(shot.width(), shot.height());
            root.applyCss();
            root.layout();
            boolean there = workbench.turnTo(shot.tab());
            rested = workbench.bench().playing() || !there ? 0 : rested + 1;
            if (rested < SETTLE) return;
            stop();
            taken.complete(copy(root.snapshot(null, null)));
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

package org.separatrix.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final String DIAGRAM = "Phase diagram";
    private static final List<String> TABS = List.of("Dynamics", "Spectrum", "More", "Landscape", DIAGRAM, "Notes");
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
        var sittings = new ArrayList<Sitting>();
        List<Laboratory> all = Laboratory.all();
        for (Laboratory laboratory : all) {
            Preset preset = laboratory.presets().getFirst();
            Preset second =
                    laboratory.presets().get(Math.min(1, laboratory.presets().size() - 1));
            String id = laboratory.title().id();
            sittings.add(new Sitting(
                    all,
                    laboratory,
                    preset,
                    FOREVER,
                    List.of(
                            new Pose(id + "-light", "Dynamics", Theme.LIGHT, USUAL, false),
                            new Pose(id + "-notes", "Notes", Theme.LIGHT, USUAL, false))));
            sittings.add(new Sitting(
                    all,
                    laboratory,
                    second,
                    FOREVER,
                    List.of(new Pose(id + "-dark", "Dynamics", Theme.DARK, USUAL, false))));
        }
        begin();
        for (Sitting sitting : sittings) take(sitting, folder);
        Platform.exit();
    }

    /**
     * Takes pictures to judge the window by: of every laboratory every tab, in both themes, in a small window, a usual
     * one, and one with text of twice the size; each after a moment of the first preset that has the tab, and the phase
     * diagram once more when it is done.
     */
    public static void review(Path folder) {
        List<Laboratory> all = Laboratory.all();
        begin();
        for (Laboratory laboratory : all) {
            List<Pose> missing = poses(laboratory);
            for (Preset preset : laboratory.presets()) {
                if (missing.isEmpty()) break;
                Set<String> taken = take(new Sitting(all, laboratory, preset, MOMENT, missing), folder);
                missing = missing.stream()
                        .filter(pose -> !taken.contains(pose.file()))
                        .toList();
            }
        }
        Platform.exit();
    }

    private static List<Pose> poses(Laboratory laboratory) {
        var poses = new ArrayList<Pose>();
        for (String tab : TABS) poses.addAll(poses(laboratory, tab, false));
        poses.addAll(poses(laboratory, DIAGRAM, true));
        return poses;
    }

    private static List<Pose> poses(Laboratory laboratory, String tab, boolean done) {
        var poses = new ArrayList<Pose>();
        for (Theme theme : Theme.values())
            for (Frame frame : List.of(SMALL, USUAL, LARGE_TEXT)) {
                String file = "%s-%s-%dx%d-%.0f-%s%s"
                        .formatted(
                                laboratory.title().id(),
                                theme,
                                frame.width(),
                                frame.height(),
                                100 * frame.text(),
                                tab,
                                done ? "-done" : "");
                poses.add(new Pose(file.toLowerCase(Locale.ROOT).replace(' ', '-'), tab, theme, frame, done));
            }
        return poses;
    }

    /**
     * A window that pictures are taken of, one after the other.
     *
     * @param all the laboratories that it offers
     * @param laboratory which of them it is opened on
     * @param preset which of its presets
     * @param seconds how long it is run, unless it comes to its end before
     * @param poses the pictures
     */
    private record Sitting(
            List<Laboratory> all, Laboratory laboratory, Preset preset, double seconds, List<Pose> poses) {}

    /**
     * A picture.
     *
     * @param file the name of its file without ending
     * @param tab what is shown; of a tab that is not there, no picture is taken
     * @param theme the colours
     * @param frame the window
     * @param done whether to wait until what the tab works out by itself is done
     */
    private record Pose(String file, String tab, Theme theme, Frame frame, boolean done) {}

    /**
     * A window.
     *
     * @param width in pixels
     * @param height in pixels
     * @param text the size of text, as a multiple of the usual one
     */
    private record Frame(int width, int height, double text) {}

    private static void begin() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        StyleSheets.loadFonts();
    }

    /**
     * Takes pictures, one after the other, as PNG files in a folder; answers the names of those that were taken.
     *
     * @throws UncheckedIOException where a file cannot be written
     */
    private static Set<String> take(Sitting sitting, Path folder) {
        Map<String, BufferedImage> taken = take(sitting);
        taken.forEach((file, image) -> write(image, folder.resolve(file + ".png")));
        return taken.keySet();
    }

    private static Map<String, BufferedImage> take(Sitting sitting) {
        var taken = new CompletableFuture<Map<String, BufferedImage>>();
        Platform.runLater(() -> {
            try {
                new Photographer(sitting, taken).start();
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

    /** Watches one workbench until all its pictures are taken. It needs no window, and so no screen of its size. */
    private static final class Photographer extends AnimationTimer {
        private final Sitting sitting;
        private final Workbench workbench;
        private final CompletableFuture<Map<String, BufferedImage>> taken;
        private final Map<String, BufferedImage> images = new LinkedHashMap<>();
        private final Deque<Pose> poses;
        private long began = -1;
        private int rested;

        Photographer(Sitting sitting, CompletableFuture<Map<String, BufferedImage>> taken) {
            this.sitting = sitting;
            this.taken = taken;
            poses = new ArrayDeque<>(sitting.poses());
            Pose first = poses.getFirst();
            // Thumbnails are drawn once and kept, as a user's are.
            workbench = new Workbench(
                    sitting.all(),
                    new Runs(Compute.AUTO),
                    first.theme(),
                    new Preferences(Optional.empty()),
                    Places.ofUser().pictures());
            workbench.appear(first.theme(), first.frame().text());
            workbench.open(sitting.laboratory(), sitting.preset());
            workbench.bench().speed(Double.POSITIVE_INFINITY);
        }

        @Override
        public void handle(long nanos) {
            Pose pose = poses.getFirst();
            Parent root = workbench.scene().getRoot();
            root.resize(pose.frame().width(), pose.frame().height());
            root.applyCss();
            root.layout();
            Bench bench = workbench.bench();
            // What a picture shows is counted from the first moment recorded after the beginning.
            if (began < 0 && bench.progress().recording().size() > 1) began = nanos;
            if (bench.playing() && began > 0 && (nanos - began) / SECOND > sitting.seconds()) bench.toggle();
            boolean there = workbench.turnTo(pose.tab());
            boolean moving =
                    bench.playing() || began < 0 || !workbench.isIllustrated() || pose.done() && !workbench.isDone();
            rested = moving ? 0 : rested + 1;
            // A run that is open tells which tabs there are.
            if (bench.playing() || began < 0 || there && rested < SETTLE) return;
            if (there) images.put(pose.file(), copy(root.snapshot(null, null)));
            turn();
        }

        private void turn() {
            rested = 0;
            poses.removeFirst();
            if (poses.isEmpty()) {
                stop();
                taken.complete(images);
                workbench.close();
                return;
            }
            Pose next = poses.getFirst();
            workbench.appear(next.theme(), next.frame().text());
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

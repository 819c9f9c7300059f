package org.separatrix.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.run.Progress;
import org.separatrix.run.Run;
import org.separatrix.run.Stop;
import org.separatrix.viz.Theme;

/**
 * Small pictures of presets, each drawn from a short run of it: one after the other, at the lowest priority, and only
 * once for a version of the program where there is a folder to keep them in.
 */
final class Thumbnails implements AutoCloseable {
    /** How long a run may take for its picture once it is open, in nanoseconds; what it shows then is drawn. */
    private static final long ENOUGH = 400_000_000;

    /** How long a slow one may take, of which there would be nothing to see so soon. */
    private static final long MOST = 2_000_000_000;

    /** The part of the way to the end after which there is something to see. */
    private static final double TELLING = 0.1;

    /** So few moments of a run that goes on leave a chart empty: the next start tries again. */
    private static final int FEW = 8;

    /** How long those first moments are waited for, in nanoseconds. */
    private static final long LONGEST_OPENING = 10_000_000_000L;

    /** What the window and its run have to themselves before each picture, in nanoseconds. */
    private static final long BREATH = 500_000_000;

    private final Optional<Path> folder;
    private final ExecutorService drawing = thread("separatrix-thumbnails");
    private final Map<Subject, ObjectProperty<Map<Theme, Image>>> pictures = new HashMap<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();

    private record Subject(String laboratory, String preset) {}

    Thumbnails(Optional<Path> folder) {
        this.folder = folder.map(kept -> kept.resolve("thumbnails"));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name(name)
                .factory());
    }

    /** Begins with what has been asked for. Until then the cores belong to what is seen first. */
    void begin() {
        begun.countDown();
    }

    /** The picture of a preset in every theme; null until it is drawn, and where it cannot be. JavaFX thread. */
    ObservableValue<Map<Theme, Image>> of(Laboratory laboratory, Preset preset) {
        return pictures.computeIfAbsent(new Subject(laboratory.title().id(), preset.key()), subject -> {
            var picture = new SimpleObjectProperty<Map<Theme, Image>>();
            open.incrementAndGet();
            drawing.execute(() -> {
                try {
                    Map<Theme, Image> drawn = make(laboratory, preset, subject);
                    if (!drawn.isEmpty()) Platform.runLater(() -> picture.set(drawn));
                } finally {
                    Platform.runLater(open::decrementAndGet);
                }
            });
            return picture;
        });
    }

    /** Whether every picture that was asked for is there, or cannot be. */
    boolean idle() {
        return open.get() == 0;
    }

    private Map<Theme, Image> make(Laboratory laboratory, Preset preset, Subject subject) {
        try {
            begun.await();
            Map<Theme, BufferedImage> kept = read(subject);
            if (kept.isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(BREATH);
                kept = draw(preview(laboratory, preset));
                write(subject, kept);
            }
            var images = new EnumMap<Theme, Image>(Theme.class);
            kept.forEach((theme, image) -> images.put(theme, Thumbnail.image(image)));
            return images;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Map<Theme, BufferedImage> draw(Progress progress) {
        var drawn = new EnumMap<Theme, BufferedImage>(Theme.class);
        if (tooSoon(progress)) return drawn;
        for (Theme theme : Theme.values()) Thumbnail.draw(progress, theme).ifPresent(image -> drawn.put(theme, image));
        return drawn;
    }

    /** A run of a preset to its end, or as far as it comes in a moment. */
    private Progress preview(Laboratory laboratory, Preset preset) throws InterruptedException {
        Compute compute = Compute.AUTO.onThreads(1);
        var news = new Semaphore(0);
        try (ExecutorService simulation = thread("separatrix-preview");
                var playback = new Playback(
                        Run.open(laboratory, laboratory.settings(preset), Data.NONE, compute, simulation), 0)) {
            playback.run().listen(news::release);
            playback.until(new Stop.AtTime(preset.until()));
            playback.speed(Double.POSITIVE_INFINITY);
            playback.play();
            long began = System.nanoTime();
            while (playback.playing() && System.nanoTime() - began < patience(playback, preset)) {
                news.tryAcquire(ENOUGH, TimeUnit.NANOSECONDS);
                playback.pulse();
            }
            return playback.progress();
        }
    }

    private static boolean tooSoon(Progress progress) {
        boolean going = progress.state() == Run.State.OPENING || progress.state() == Run.State.RUNNING;
        return going && progress.recording().size() < FEW;
    }

    private static long patience(Playback playback, Preset preset) {
        Progress progress = playback.progress();
        if (tooSoon(progress)) return LONGEST_OPENING;
        return progress.time() < TELLING * preset.until() ? MOST : ENOUGH;
    }

    private Map<Theme, BufferedImage> read(Subject subject) {
        var images = new EnumMap<Theme, BufferedImage>(Theme.class);
        try {
            for (Theme theme : Theme.values()) {
                Optional<Path> file = file(subject, theme).filter(Files::isRegularFile);
                if (file.isPresent()) images.put(theme, ImageIO.read(file.get().toFile()));
            }
        } catch (IOException e) {
            // What cannot be read is drawn anew.
            return Map.of();
        }
        return images.size() == Theme.values().length ? images : Map.of();
    }

    private void write(Subject subject, Map<Theme, BufferedImage> images) {
        try {
            for (var image : images.entrySet()) {
                Optional<Path> file = file(subject, image.getKey());
                if (file.isEmpty()) return;
                Files.createDirectories(file.get().getParent());
                ImageIO.write(image.getValue(), "png", file.get().toFile());
            }
        } catch (IOException e) {
            // What cannot be kept is drawn again at the next start.
            return;
        }
    }

    private Optional<Path> file(Subject subject, Theme theme) {
        String name = subject.laboratory() + "-" + subject.preset() + "-"
                + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        return folder.map(kept -> kept.resolve(name));
    }

    /** Interrupts what is being drawn and ends the thread. */
    @Override
    public void close() {
        drawing.shutdownNow();
    }
}

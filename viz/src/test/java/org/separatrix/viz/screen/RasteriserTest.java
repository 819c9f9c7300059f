package org.separatrix.viz.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Picture;

class RasteriserTest {
    private final Rasteriser rasteriser = new Rasteriser(1);
    private final BlockingQueue<Easel.Shown> shown = new LinkedBlockingQueue<>();
    private final List<Object> drawn = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        rasteriser.close();
    }

    /** A picture that fills its ground and tells that it is drawn. */
    private record Probe(Object version, Runnable told) implements Picture {
        @Override
        public Optional<Layout> draw(Graphics2D g, double width, double height) {
            told.run();
            g.setColor(Color.RED);
            g.fillRect(0, 0, (int) width / 2, (int) height);
            return Optional.empty();
        }
    }

    private Picture picture(Object version) {
        return new Probe(version, () -> drawn.add(version));
    }

    private static Easel.Wish wish(Picture picture) {
        return new Easel.Wish(picture, 40, 20, 2);
    }

    private Easel.Shown next() throws InterruptedException {
        Easel.Shown next = shown.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void aPictureIsDrawnOffTheJavaFxThreadAndShownOnIt() {
        var drawing = new CompletableFuture<Boolean>();
        var showing = new CompletableFuture<Boolean>();
        var easel = new Easel(rasteriser, _ -> showing.complete(Platform.isFxApplicationThread()));

        Toolkit.on(() -> {
            easel.ask(wish(new Probe(1, () -> drawing.complete(Platform.isFxApplicationThread()))));
            return null;
        });

        assertThat(Toolkit.await(drawing)).isFalse();
        assertThat(Toolkit.await(showing)).isTrue();
    }

    @Test
    void theImageHasThePixelsOfTheDevice() throws InterruptedException {
        new Easel(rasteriser, shown::add).ask(wish(picture("red")));

        var image = next().tiles().getFirst().image();

        assertThat(image.getWidth()).isEqualTo(80);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(image.getPixelReader().getArgb(10, 20)).isEqualTo(0xFFFF0000);
        assertThat(image.getPixelReader().getArgb(70, 20)).isZero();
    }

    @Test
    void aLargePictureIsCutIntoTilesThatEveryPipelineTakes() throws InterruptedException {
        new Easel(rasteriser, shown::add).ask(new Easel.Wish(picture("wide"), 5000, 20, 1));

        List<Easel.Tile> tiles = next().tiles();

        assertThat(tiles).extracting(Easel.Tile::left).containsExactly(0, 4096);
        assertThat(tiles).allMatch(tile -> tile.image().getWidth() <= 4096);
        assertThat(tiles.getFirst().image().getPixelReader().getArgb(2499, 10)).isEqualTo(0xFFFF0000);
        assertThat(tiles.getFirst().image().getPixelReader().getArgb(2501, 10)).isZero();
        assertThat(tiles.getLast().image().getWidth()).isEqualTo(5000 - 4096);
        assertThat(tiles.getLast().image().getPixelReader().getArgb(500, 10)).isZero();
    }

    @Test
    void theSameVersionIsDrawnOnce() throws InterruptedException {
        var easel = new Easel(rasteriser, shown::add);
        easel.ask(wish(picture("a")));
        next();
        easel.ask(wish(picture("a")));
        easel.ask(wish(picture("b")));
        while (!next().wish().picture().version().equals("b")) assertThat(drawn).doesNotContain("b");

        assertThat(drawn).containsExactly("a", "b");
    }

    @Test
    void whileOneIsDrawnTheLatestWins() throws InterruptedException {
        var begun = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var easel = new Easel(rasteriser, shown::add);
        easel.ask(wish(new Probe(1, () -> {
            drawn.add(1);
            begun.complete(null);
            Toolkit.await(goOn);
        })));
        Toolkit.await(begun);

        for (int version = 2; version <= 5; version++) easel.ask(wish(picture(version)));
        goOn.complete(null);
        next();
        next();

        assertThat(drawn).containsExactly(1, 5);
    }

    @Test
    void itIsIdleOnceEveryPictureIsOnTheScreen() {
        var goOn = new CompletableFuture<Void>();
        var idle = new CompletableFuture<Boolean>();
        var easel = new Easel(rasteriser, _ -> Platform.runLater(() -> idle.complete(rasteriser.idle())));
        assertThat(rasteriser.idle()).isTrue();

        easel.ask(wish(new Probe("slow", () -> Toolkit.await(goOn))));

        assertThat(rasteriser.idle()).isFalse();
        goOn.complete(null);
        assertThat(Toolkit.await(idle)).isTrue();
    }

    @Test
    void viewsTakeTurns() throws InterruptedException {
        var begun = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var greedy = new Easel(rasteriser, shown::add);
        var modest = new Easel(rasteriser, shown::add);
        greedy.ask(wish(new Probe("greedy 1", () -> {
            drawn.add("greedy 1");
            begun.complete(null);
            Toolkit.await(goOn);
        })));
        Toolkit.await(begun);
        greedy.ask(wish(picture("greedy 2")));
        modest.ask(wish(picture("modest")));
        goOn.complete(null);
        for (int i = 0; i < 3; i++) next();

        assertThat(drawn).containsExactly("greedy 1", "modest", "greedy 2");
    }

    @Test
    void twoImagesTakeTurns() throws InterruptedException {
        var easel = new Easel(rasteriser, shown::add);
        var images = new ArrayList<>();
        for (int version = 0; version < 4; version++) {
            easel.ask(wish(picture(version)));
            images.add(next().tiles().getFirst().image());
        }

        assertThat(images.get(1)).isNotSameAs(images.get(0));
        assertThat(images.get(2)).isSameAs(images.get(0));
        assertThat(images.get(3)).isSameAs(images.get(1));
    }

    @Test
    void aPictureThatFailsDoesNotStopTheNext() throws InterruptedException {
        var easel = new Easel(rasteriser, shown::add);
        var failed = new CompletableFuture<Void>();
        easel.ask(wish(new Probe("broken", () -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> failed.complete(null));
            throw new IllegalStateException("broken");
        })));
        Toolkit.await(failed);

        easel.ask(wish(picture("whole")));
        next();

        assertThat(drawn).containsExactly("whole");
    }

    @Test
    void onceClosedNothingIsDrawnAndNoThreadIsLeft() throws InterruptedException {
        var worker = new CompletableFuture<Thread>();
        var easel = new Easel(rasteriser, shown::add);
        easel.ask(wish(new Probe("early", () -> worker.complete(Thread.currentThread()))));
        next();

        rasteriser.close();
        easel.ask(wish(picture("late")));

        Thread thread = Toolkit.await(worker);
        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(drawn).isEmpty();
    }
}

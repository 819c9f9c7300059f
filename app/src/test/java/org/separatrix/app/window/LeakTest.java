package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.run.Recording;

class LeakTest {
    /** What the heap may have grown by, in bytes: less than one recording of one preset holds. */
    private static final long TOLERANCE = 6 << 20;

    @Test
    void aClosedWindowIsForgotten() throws Exception {
        var windows = new ArrayList<WeakReference<Workbench>>();
        for (int i = 0; i < 3; i++) {
            try (OpenWindow window = OpenWindow.on("bowl")) {
                window.awaitSteps(3);
                windows.add(new WeakReference<>(window.workbench()));
            }
        }

        // JavaFX itself holds on to the last window that had the keyboard.
        awaitGone(windows.subList(0, 2));
    }

    @Test
    void openingALaboratoryAgainAndAgainLeavesTheHeapWhereItWas() throws Exception {
        try (OpenWindow window = OpenWindow.on("bowl")) {
            openAgain(window, 8);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("laboratories")
    void openingALaboratoryAHundredTimesLeavesTheHeapWhereItWas(String laboratory, String parameter) throws Exception {
        try (OpenWindow window = OpenWindow.on(laboratory, parameter, Compute.AUTO)) {
            openAgain(window, 100);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("laboratories")
    void halfAnHourOfTheDefaultPresetLeavesTheHeapWhereItWas(String laboratory, String parameter) throws Exception {
        try (OpenWindow window = OpenWindow.on(laboratory, parameter, Compute.AUTO)) {
            fx(() -> {
                window.bench().pauseAt(new AutoPause.Never());
                return true;
            });
            rest(Duration.ofMinutes(3));
            long before = heapBeside(window);
            rest(Duration.ofMinutes(27));
            eventually(() -> assertThat(heapBeside(window) - before).isLessThan(TOLERANCE));
        }
    }

    /** Every laboratory, and a parameter whose field its first preset shows. */
    static Stream<Arguments> laboratories() {
        return Stream.of(
                Arguments.of("grokking", "eta0"),
                Arguments.of("deep-linear", "eta"),
                Arguments.of("water-filling", "users"),
                Arguments.of("boltzmann-shear", "shear"));
    }

    private static void rest(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toSeconds(), TimeUnit.SECONDS))
                .join();
    }

    private static void openAgain(OpenWindow window, int times) throws Exception {
        // What is loaded once and for all is there after the first rounds.
        open(window, 2 * fx(() -> window.bench().laboratory()).presets().size());
        long before = heap();
        List<WeakReference<Recording>> recordings = open(window, times);

        awaitGone(recordings.subList(0, times - 1));
        eventually(() -> assertThat(heap() - before).isLessThan(TOLERANCE));
    }

    /** Opens the presets in turn, the default last: before and after, the same preset is open. */
    private static List<WeakReference<Recording>> open(OpenWindow window, int times) throws Exception {
        Laboratory laboratory = fx(() -> window.bench().laboratory());
        List<Preset> presets = laboratory.presets();
        var recordings = new ArrayList<WeakReference<Recording>>();
        for (int left = times - 1; left >= 0; left--) {
            Preset preset = presets.get(left % presets.size());
            fx(() -> {
                window.workbench().open(laboratory, preset);
                return true;
            });
            await(() -> window.bench().progress().step() > 5
                    && window.bench().progress().recording().size() > 5);
            recordings.add(
                    new WeakReference<>(fx(() -> window.bench().progress().recording())));
        }
        return recordings;
    }

    private static void awaitGone(List<? extends WeakReference<?>> things) throws Exception {
        await(() -> {
            System.gc();
            return things.stream().allMatch(thing -> thing.refersTo(null));
        });
    }

    /** The heap without the recording, which a run may fill up to its cap. */
    private static long heapBeside(OpenWindow window) {
        return heap() - fx(() -> window.bench().progress().recording().bytes());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Settings;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;
import org.separatrix.viz.Track;

@Timeout(30)
class BenchTest {
    private final Bench bench = new Bench(new Runs(Compute.SCALAR));

    @BeforeEach
    void open() {
        bench.open(Laboratory.find("bowl"));
        bench.speed(Double.POSITIVE_INFINITY);
        until(() -> bench.progress().step() > 0 && !bench.playing());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whereMotionIsReducedNothingMovesUntilItIsPlayed() {
        try (var still = new Bench(new Runs(Compute.SCALAR), () -> true)) {
            still.open(Laboratory.find("bowl"));
            until(still, () -> still.progress().step() == 1);
            still.speed(Double.POSITIVE_INFINITY);
            assertThat(still.playing()).isFalse();

            still.toggle();
            until(still, () -> still.progress().step() > 100);
        }
    }

    @Test
    void anOpenedRunWaitsAtItsFirstStepUntilItIsSeen() {
        bench.open(Laboratory.find("bowl"));
        until(() -> bench.progress().step() == 1);
        assertThat(bench.moving()).isFalse();

        bench.start();
        assertThat(bench.playing()).isTrue();
        assertThat(bench.speed()).isFinite();
    }

    @Test
    void aRunWhoseStepsGrowIsPacedByTheStepsItWillTake() {
        Laboratory shear = Laboratory.find("boltzmann-shear");
        bench.open(shear, shear.preset("memory"));
        until(() -> bench.progress().step() == 1);

        bench.start();
        assertThat(bench.speed()).isBetween(20.0, 40.0);
    }

    @Test
    void aRunThatItsUserHasHaltedIsNotStartedAnyMore() {
        bench.open(Laboratory.find("bowl"));
        until(() -> bench.progress().step() == 1);
        bench.toggle();
        bench.toggle();
        until(() -> bench.progress().state() == Run.State.PAUSED);

        bench.start();
        assertThat(bench.moving()).isFalse();
    }

    @Test
    void aPresetRunsUntilItHasShownWhatThereIsToSee() {
        assertThat(bench.progress().time()).isBetween(20 - 1e-6, 20.05 + 1e-6);
        assertThat(bench.message().get()).contains("time 20");
    }

    @Test
    void aRestartComesAsFarAsTheRunBeforeAndLeavesItAsAGhost() {
        Recording before = bench.progress().recording();

        bench.settings(bench.settings().get().with("kappa", "3"), false);
        until(() -> bench.progress().recording() != before);

        assertThat(bench.progress().step()).isEqualTo(400);
        assertThat(bench.tracks()).last().satisfies(track -> {
            assertThat(track.role()).isEqualTo(Track.Role.GHOST);
            assertThat(track.recording()).isSameAs(before);
            assertThat(track.label()).isEqualTo("κ = 2");
        });
    }

    @Test
    void aRunOnItsWayToWhereTheOneBeforeWasMovesAndCanBeHaltedThere() {
        bench.settings(bench.settings().get().with("kappa", "3"), false);
        assertThat(bench.moving()).isTrue();
        assertThat(bench.playing()).isFalse();

        bench.toggle();
        assertThat(bench.moving()).isFalse();
        until(() -> bench.progress().state() == Run.State.PAUSED);
        assertThat(bench.playing()).isFalse();
    }

    @Test
    void whileTheHandDragsTheLatestValueWinsAndTheGhostIsTheRunBeforeTheDrag() {
        Recording before = bench.progress().recording();

        for (int i = 1; i <= 60; i++) {
            bench.settings(bench.settings().get().with("kappa", Double.toString(2 + i / 10.0)), true);
            bench.pulse();
        }
        Settings last = bench.settings().get();
        bench.settings(last, false);
        until(() -> bench.progress().recording().settings().equals(last));

        assertThat(bench.tracks())
                .last()
                .satisfies(track -> assertThat(track.recording()).isSameAs(before));
        assertThat(last.texts()).containsEntry("kappa", "8");
    }

    @Test
    void aLiveParameterTurnsTheRunItself() {
        Run run = bench.run();

        bench.settings(bench.settings().get().with("eta", "0.1"), false);
        until(() -> bench.progress().settings().texts().get("eta").equals("0.1"));

        assertThat(bench.run()).isSameAs(run);
        assertThat(bench.tracks()).hasSize(1);
    }

    @Test
    void resetForgetsWhatWasTurned() {
        bench.settings(bench.settings().get().with("eta", "0.1"), false);

        bench.reset();
        until(() -> bench.progress().step() == 0);

        assertThat(bench.settings().get().texts()).containsEntry("eta", "0.05");
        assertThat(bench.progress().settings().texts()).containsEntry("eta", "0.05");
    }

    @Test
    void aBranchGoesTheSameWayUpToTheMomentLookedAt() {
        Recording before = bench.progress().recording();
        bench.scrub(5);
        double there = bench.cursor();

        bench.branch();
        until(() -> bench.progress().recording() != before);

        Recording branch = bench.progress().recording();
        assertThat(bench.progress().time()).isEqualTo(there);
        assertThat(branch.simulated("loss", "loss"))
                .isEqualTo(java.util.Arrays.copyOf(before.simulated("loss", "loss"), branch.size()));
    }

    @Test
    void scrubbingBeyondTheEndLooksAtThePresent() {
        bench.scrub(3);
        assertThat(bench.cursor()).isLessThanOrEqualTo(3);
        assertThat(bench.looked().orElseThrow().time()).isLessThanOrEqualTo(3);

        bench.scrub(1e9);
        assertThat(bench.cursor()).isNaN();
    }

    @Test
    void playingOnFromWhereTheExperimentIsOverBeginsAnew() {
        bench.toggle();
        until(() -> bench.progress().state() == Run.State.OVER);

        bench.toggle();
        until(() -> !bench.playing());

        assertThat(bench.progress().time()).isBetween(20 - 1e-6, 20.05 + 1e-6);
    }

    @Test
    void aPinnedRunStaysBesideTheNextOnesUntilItIsLetGo() {
        Recording first = bench.progress().recording();
        bench.pin();
        assertThat(bench.tracks()).hasSize(1);

        bench.settings(bench.settings().get().with("kappa", "3"), false);
        until(() -> bench.progress().recording() != first);
        Recording second = bench.progress().recording();
        bench.pin();
        bench.settings(bench.settings().get().with("kappa", "4"), false);
        until(() -> bench.progress().recording() != second);

        assertThat(bench.comparison().pins()).extracting(Pin::label).containsExactly("A gentle slope", "κ = 3");
        assertThat(bench.tracks())
                .filteredOn(track -> track.role() == Track.Role.PINNED)
                .extracting(Track::recording)
                .containsExactly(first, second);

        bench.comparison().show(bench.comparison().pins().getFirst(), false);
        assertThat(bench.tracks()).extracting(Track::recording).doesNotContain(first);
        bench.comparison().unpin(bench.comparison().pins().getLast());
        assertThat(bench.comparison().pins()).extracting(Pin::recording).containsExactly(first);
    }

    @Test
    void pinsOfEqualSettingsAreToldApart() {
        Recording first = bench.progress().recording();
        bench.pin();
        bench.reset();
        until(() -> bench.progress().recording() != first);
        bench.pin();

        assertThat(bench.comparison().pins())
                .extracting(Pin::label)
                .containsExactly("A gentle slope", "A gentle slope (2)");
    }

    @Test
    void aRunIsPinnedOnce() {
        bench.pin();
        bench.pin();

        assertThat(bench.comparison().pins()).hasSize(1);
    }

    private void until(BooleanSupplier condition) {
        until(bench, condition);
    }

    private static void until(Bench bench, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            bench.pulse();
            Thread.onSpinWait();
        }
    }
}

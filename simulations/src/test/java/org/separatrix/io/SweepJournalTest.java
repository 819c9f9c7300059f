package org.separatrix.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Recipe;
import org.separatrix.run.Stop;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepRun;

@Timeout(60)
class SweepJournalTest {
    @TempDir
    private Path folder;

    private static Sweep sweep(int replicates) {
        Laboratory laboratory = Laboratory.find("bowl");
        return new Sweep(new SweepPlan(
                laboratory,
                Recipe.of(laboratory, laboratory.standard(), Compute.SCALAR, Data.NONE),
                Data.NONE,
                GridAxis.parse("eta=0.05:4:4:log"),
                GridAxis.parse("kappa=0.5:8:4:log"),
                laboratory.metric("halving"),
                replicates,
                1,
                new Stop.AtTime(20)));
    }

    /** Goes on with what is in the journal, to the end; answers which points and seeds were done. */
    private Set<List<Integer>> finish(Path place, int workers) throws IOException, InterruptedException {
        Files.createDirectories(place);
        var result = new SweepFolder(place);
        Sweep sweep = sweep(2);
        var done = new HashSet<List<Integer>>();
        try (ExecutorService threads = Executors.newCachedThreadPool();
                var journal = SweepJournal.open(result.journal(), sweep)) {
            var run = new SweepRun(sweep, threads, workers, (task, outcome) -> {
                done.add(List.of(task.column(), task.row(), task.replicate()));
                journal.add(task, outcome);
            });
            while (!run.await(1000)) Thread.onSpinWait();
            assertThat(run.failure()).isEmpty();
            journal.settle(sweep.map());
        }
        result.write(sweep.plan(), Optional.empty(), "test");
        result.writeTable(sweep.map());
        result.writeArrays(sweep.map());
        return done;
    }

    private static void assertSameFiles(Path one, Path other) throws IOException {
        for (String name : new String[] {"sweep.csv", "sweep.npz", "recipe.json", "sweep.journal"})
            assertThat(other.resolve(name)).as(name).hasSameBinaryContentAs(one.resolve(name));
    }

    @Test
    void oneAndTwoWorkersLeaveTheSameBytes() throws IOException, InterruptedException {
        Set<List<Integer>> alone = finish(folder.resolve("one"), 1);
        Set<List<Integer>> together = finish(folder.resolve("two"), 2);

        assertThat(together).isEqualTo(alone);
        assertSameFiles(folder.resolve("one"), folder.resolve("two"));
    }

    @Test
    void cutOffAnywhereAndResumedItLeavesTheSameBytesAndDoesNothingTwice() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        int all = finish(whole, 1).size();
        byte[] journal = Files.readAllBytes(whole.resolve("sweep.journal"));
        int[] cuts = {0, 1, 20, journal.length / 3, journal.length / 2, journal.length - 1, journal.length};

        for (int cut : cuts) {
            Path place = folder.resolve("cut-" + cut);
            Files.createDirectories(place);
            Files.write(place.resolve("sweep.journal"), Arrays.copyOf(journal, cut));
            long lines = Math.max(
                    0,
                    new String(journal, 0, cut, java.nio.charset.StandardCharsets.UTF_8)
                                    .chars()
                                    .filter(letter -> letter == '\n')
                                    .count()
                            - 1);

            assertThat(finish(place, 2)).as("cut at " + cut).hasSize((int) (all - lines));

            assertSameFiles(whole, place);
        }
    }

    @Test
    void whatFollowsADamagedLineIsDoneAnew() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        finish(whole, 1);
        var lines = Files.readAllLines(whole.resolve("sweep.journal"));
        Path place = Files.createDirectories(folder.resolve("damaged"));
        lines.set(3, "[0,0,0,\0\0\0");
        Files.write(place.resolve("sweep.journal"), lines);

        assertThat(finish(place, 1)).hasSize(lines.size() - 3);

        assertSameFiles(whole, place);
    }

    @Test
    void theJournalOfAnotherSweepIsRefused() throws IOException, InterruptedException {
        finish(folder, 1);

        assertThatThrownBy(() -> SweepJournal.open(folder.resolve("sweep.journal"), sweep(3)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("is of another sweep");
    }

    @Test
    void theTableTellsPointValueSpreadAndWhyThereIsNone() throws IOException, InterruptedException {
        finish(folder, 1);

        assertThat(folder.resolve("sweep.csv"))
                .content()
                .startsWith("eta,kappa,halving,halving_error,runs,judged,missing\n0.05,0.5,")
                .contains("diverged: the step size");
        assertThat(NumpyFile.read(folder.resolve("sweep.npz")))
                .containsOnlyKeys("x", "y", "mean", "error", "judged", "runs")
                .hasEntrySatisfying("runs", runs -> assertThat(runs.shape()).containsExactly(7, 7, 2));
    }
}

package org.separatrix.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.lab.Array;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;
import org.separatrix.run.Stop;

class ResultFolderTest {
    private final Laboratory bowl = Laboratory.find("bowl");

    @TempDir
    private Path folder;

    private Run played(Stop stop, Map<String, String> settings) {
        Run run = Run.open(bowl, bowl.standard().withTexts(settings), Data.NONE, Compute.AUTO, Runnable::run);
        run.until(stop);
        run.play();
        return run;
    }

    @Test
    void curvesAreAColumnASeriesAndARowAStep() throws IOException {
        Recording recording = played(new Stop.AtStep(20), Map.of()).recording();
        ResultFolder.create(folder, false).writeTables(recording);
        var lines = Files.readAllLines(folder.resolve("curves.csv"));
        assertThat(lines).hasSize(22).first().isEqualTo("step,time,loss,loss_theory");
        String[] last = lines.getLast().split(",");
        assertThat(last[0]).isEqualTo("20");
        assertThat(Double.parseDouble(last[2])).isEqualTo(recording.simulated("loss", "loss")[20]);
        assertThat(Double.parseDouble(last[3])).isEqualTo(recording.theory("loss", "loss")[20]);
        assertThat(folder.resolve("now.csv"))
                .content()
                .startsWith("key,label,value,words,light\nloss,loss,")
                .contains("stability,step size,NaN,stable,good");
        assertThat(folder.resolve("plane.csv")).content().startsWith("part,number,label,x,y\ntheory,0,exact,");
    }

    @Test
    void theArraysAreTheSameAsTheTables() throws IOException {
        Recording recording = played(new Stop.AtStep(20), Map.of()).recording();
        ResultFolder.create(folder, false).writeArrays(recording);
        Map<String, Array> arrays = NumpyFile.read(folder.resolve("run.npz"));
        assertThat(arrays.keySet())
                .containsExactly("step", "time", "loss", "loss_theory", "plane_theory0", "plane_marks", "now_loss");
        assertThat(arrays.get("loss")).isEqualTo(Array.vector(recording.simulated("loss", "loss")));
        assertThat(arrays.get("plane_theory0").shape()).containsExactly(100, 2);
    }

    @Test
    void theSameRecipeLeavesTheSameBytes() throws IOException {
        Path[] folders = {folder.resolve("one"), folder.resolve("two")};
        for (Path path : folders) {
            Run run = played(new Stop.AtTime(1000), Map.of("eta", "0.001"));
            var result = ResultFolder.create(path, false);
            result.write(
                    new RecipeFile(run.recipe(), OptionalLong.of(run.progress().step()), Optional.empty()), "1.0");
            result.writeTables(run.recording());
            result.writeArrays(run.recording());
        }
        for (String name : new String[] {"recipe.json", "curves.csv", "now.csv", "plane.csv", "run.npz"})
            assertThat(folders[0].resolve(name)).hasSameBinaryContentAs(folders[1].resolve(name));
    }

    @Test
    void theRecipeOfARunRepeatsItsBytes() throws IOException {
        Run run = Run.open(bowl, bowl.standard(), Data.NONE, Compute.AUTO, Runnable::run);
        run.step(50);
        run.change("eta", "0.02");
        run.change("eta", "0.03");
        run.until(new Stop.AtStep(100));
        run.play();
        var one = ResultFolder.create(folder.resolve("one"), false);
        one.write(new RecipeFile(run.recipe(), OptionalLong.of(run.progress().step()), Optional.empty()), "1.0");
        one.writeTables(run.recording());

        RecipeFile again = RecipeFile.read(folder.resolve("one/recipe.json"));
        Run repeated = Run.open(again.recipe(), Data.NONE, Runnable::run);
        repeated.until(new Stop.AtStep(again.steps().orElseThrow()));
        repeated.play();
        ResultFolder.create(folder.resolve("two"), false).writeTables(repeated.recording());
        assertThat(folder.resolve("one/curves.csv")).hasSameBinaryContentAs(folder.resolve("two/curves.csv"));
    }

    @Test
    void theSummaryTellsHowItEndedAndEveryMetric() {
        Duration wall = Duration.ofMillis(500);
        Summary finished = Summary.of(played(new Stop.AtStep(100), Map.of()).progress(), wall);
        assertThat(finished.status()).isEqualTo("finished");
        assertThat(finished.why()).isEqualTo("stopped at step 100");
        assertThat(finished.rate()).isEqualTo(200);
        assertThat(finished.json())
                .contains("\"halving\" : {\n      \"value\" : ", "\"wall_seconds\" : 0.5", "\"steps\" : 100");

        Summary diverged = Summary.of(played(Stop.NEVER, Map.of("eta", "1.5")).progress(), wall);
        assertThat(diverged.status()).isEqualTo("diverged");
        assertThat(diverged.why()).contains("stability limit");
        assertThat(diverged.json()).contains("\"missing\" : \"the loss never halved\"");

        Run untouched = Run.open(bowl, bowl.standard(), Data.NONE, Compute.AUTO, Runnable::run);
        assertThat(Summary.of(untouched.progress(), wall).status()).isEqualTo("interrupted");
    }

    @Test
    void aFolderWithSomethingInItIsNotSilentlyWrittenInto() throws IOException {
        ResultFolder.create(folder, false);
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> ResultFolder.create(folder, false))
                .isInstanceOf(FileProblem.class)
                .hasMessage(folder + ": the folder exists and is not empty; choose another, or overwrite it (--force)");
        ResultFolder.create(folder, true)
                .writeTables(played(new Stop.AtStep(3), Map.of()).recording());
        assertThat(folder.resolve("thesis.txt")).hasContent("years of work");
        Path file = folder.resolve("thesis.txt");
        assertThatThrownBy(() -> ResultFolder.create(file, true)).isInstanceOf(FileProblem.class);
    }
}

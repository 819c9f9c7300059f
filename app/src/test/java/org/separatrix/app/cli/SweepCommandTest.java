package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    private static final String[] GRID = {
        "sweep", "bowl", "--x", "eta=0.1:4:4:log", "--y", "kappa=1:8:3", "--metric", "halving", "--replicates", "2"
    };

    @TempDir
    private Path folder;

    private static Session sweep(String... more) {
        String[] all = Arrays.copyOf(GRID, GRID.length + more.length);
        System.arraycopy(more, 0, all, GRID.length, more.length);
        return Session.of(all);
    }

    @Test
    void withoutAFolderItPrintsTheTable() {
        Session session = sweep();

        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.out().lines()).hasSize(1 + 12);
        assertThat(session.out()).startsWith("eta,kappa,halving,halving_error,runs,judged,missing\n0.1,1.0,0.4,");
        assertThat(session.out()).contains("diverged: the step size 4.0 is above the stability limit");
    }

    @Test
    void inAFolderItLeavesTableArraysRecipeAndFigures() {
        Session session = sweep("--out", folder.resolve("sweep").toString());

        assertThat(session.code()).as(session.err()).isZero();

        for (String name : new String[] {"sweep.csv", "sweep.npz", "recipe.json", "figures/phase-diagram.png"})
            assertThat(folder.resolve("sweep").resolve(name)).isNotEmptyFile();
        assertThat(folder.resolve("sweep/figures/standard-error.png")).isNotEmptyFile();
        assertThat(folder.resolve("sweep/recipe.json")).content().contains("\"parameter\" : \"kappa\"");
    }

    @Test
    void killedAndResumedWithAnotherNumberOfWorkersItLeavesTheSameBytes() throws IOException {
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        assertThat(sweep("--workers", "1", "--out", whole.toString()).code()).isZero();
        byte[] journal = Files.readAllBytes(whole.resolve("sweep.journal"));
        Files.createDirectories(killed);
        Files.write(killed.resolve("sweep.journal"), Arrays.copyOf(journal, journal.length / 2));

        Session resumed = sweep("--workers", "2", "--resume", "--out", killed.toString());

        assertThat(resumed.code()).as(resumed.err()).isZero();
        for (String name : new String[] {
            "sweep.csv",
            "sweep.npz",
            "recipe.json",
            "sweep.journal",
            "figures/phase-diagram.png",
            "figures/standard-error.png"
        }) assertThat(killed.resolve(name)).as(name).hasSameBinaryContentAs(whole.resolve(name));
    }

    @Test
    void whatIsNotSaidComesFromTheDefaultDiagram() {
        Session session = Session.of("sweep", "bowl", "--y", "kappa=1:2:2");

        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.out().lines()).hasSize(1 + 9 * 2);
        assertThat(session.out()).startsWith("eta,kappa,halving,");
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");

        assertComplaint(sweep("--out", folder.toString()), 4, "the folder exists and is not empty");
    }

    @Test
    void badInputIsOneSentenceAndAnExitCode() throws IOException {
        assertComplaint(sweep("--resume"), 2, "--resume needs --out DIR");
        assertComplaint(sweep("--workers", "0"), 2, "workers=0: must be at least 1");
        assertComplaint(Session.of("sweep", "bowl", "--x", "et=1:2:3"), 2, "did you mean eta?");
        assertComplaint(Session.of("sweep", "bowl", "--x", "eta=1"), 2, "eta=1: must be of the form");
        assertComplaint(Session.of("sweep", "bowl", "--metric", "halvin"), 2, "did you mean halving?");
        assertComplaint(Session.of("sweep", "bowl", "--diagram", "stabilty"), 2, "did you mean stability?");
        assertComplaint(Session.of("sweep"), 2, "a laboratory or a recipe is needed");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("sweep.journal"), "bowl x=eta=1:2:3\n");
        assertComplaint(sweep("--resume", "--out", other.toString()), 2, "is of another sweep");
    }

    private static void assertComplaint(Session session, int code, String words) {
        assertThat(session.code()).as(session.err()).isEqualTo(code);
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("separatrix: ")
                .contains(words);
    }
}

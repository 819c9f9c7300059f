package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.io.NumpyFile;
import org.separatrix.lab.Array;
import org.separatrix.lab.Laboratory;

class RunCommandTest {
    @TempDir
    private Path folder;

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    private static Session run(String... arguments) {
        return Session.of(
                Stream.concat(Stream.of("run"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /** One line on standard error, no result, and the exit code. */
    private static void assertComplaint(Session session, int code, String... words) {
        assertThat(session.out()).isEmpty();
        assertThat(session.complaints())
                .singleElement()
                .asString()
                .startsWith("separatrix: ")
                .contains(words);
        assertThat(session.code()).isEqualTo(code);
    }

    private static Session good(String... arguments) {
        Session session = run(arguments);
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
        return session;
    }

    @Test
    void theSummaryTellsTheStatusTheMetricsAndTheEnd() {
        assertThat(good("bowl").out())
                .contains("Quadratic bowl", "finished", "400", "halving", "theory")
                .doesNotContain("Results");
    }

    @Test
    void theDocumentIsAllThatIsPrinted() {
        JsonNode document = good("bowl", "--json").json();

        assertThat(document.at("/laboratory").asText()).isEqualTo("bowl");
        assertThat(document.at("/summary/status").asText()).isEqualTo("finished");
        assertThat(document.at("/summary/steps").asLong()).isEqualTo(400);
        assertThat(document.at("/values/0/theory").isNumber()).isTrue();
    }

    @Test
    void theFolderHoldsWhatTheContractNames() throws IOException {
        good("bowl", "--out", place("o"));

        assertThat(folder.resolve("o/curves.csv")).content().startsWith("step,time,loss,loss_theory\n0,");
        assertThat(folder.resolve("o/plane.csv")).exists();
        assertThat(NumpyFile.read(folder.resolve("o/run.npz"))).containsKeys("step", "time", "loss", "loss_theory");
        assertThat(folder.resolve("o/recipe.json")).content().contains("\"bowl\"");
        assertThat(folder.resolve("o/summary.json")).content().contains("\"finished\"");
        assertThat(ImageIO.read(folder.resolve("o/figures/loss.png").toFile())).isNotNull();
    }

    @Test
    void onlyTheFormatsAskedForAreLeft() {
        good("bowl", "--out", place("o"), "--format", "npz");

        assertThat(folder.resolve("o"))
                .isDirectoryContaining("glob:**/run.npz")
                .isDirectoryNotContaining("glob:**.csv")
                .isDirectoryNotContaining("glob:**/figures");
    }

    @ParameterizedTest
    @MethodSource("org.separatrix.app.cli.DescribeTest#laboratories")
    void theSameRunLeavesTheSameBytesOnAnyNumberOfThreads(Laboratory laboratory) {
        String id = laboratory.title().id();
        good(id, "--steps", "30", "--format", "csv", "--out", place("a"), "--threads", "1");
        good(id, "--steps", "30", "--format", "csv", "--out", place("b"), "--threads", "1");
        good(id, "--steps", "30", "--format", "csv", "--out", place("c"), "--threads", "2");

        assertThat(folder.resolve("b/curves.csv")).hasSameBinaryContentAs(folder.resolve("a/curves.csv"));
        assertThat(folder.resolve("c/curves.csv")).hasSameBinaryContentAs(folder.resolve("a/curves.csv"));
    }

    @Test
    void aRecipeRepeatsTheRunAsAFileAndAsALine() {
        good("bowl", "--set", "kappa=3", "--set", "eta=0.1", "--seed", "7", "--out", place("a"), "--steps", "30");
        String line = good("bowl", "--set", "kappa=3", "--set", "eta=0.1", "--seed", "7", "--json")
                .json()
                .at("/recipe")
                .asText();
        good("--recipe", place("a/recipe.json"), "--out", place("b"));
        good("--recipe", line, "--out", place("c"), "--steps", "30");

        assertThat(folder.resolve("b/curves.csv")).hasSameBinaryContentAs(folder.resolve("a/curves.csv"));
        assertThat(folder.resolve("c/curves.csv")).hasSameBinaryContentAs(folder.resolve("a/curves.csv"));
    }

    @Test
    void aRecipeFindsItsData() {
        NumpyFile.write(folder.resolve("case.npz"), Map.of("start", Array.vector(1, -2)));
        good("bowl", "--data", place("case.npz"), "--out", place("a"));
        good("--recipe", place("a/recipe.json"), "--out", place("b"));

        assertThat(folder.resolve("b/curves.csv")).hasSameBinaryContentAs(folder.resolve("a/curves.csv"));
    }

    @Test
    void whatIsIgnoredOfTheDataIsTold() {
        NumpyFile.write(folder.resolve("case.npz"), Map.of("start", Array.vector(1, -2), "finish", Array.vector(0, 0)));

        assertThat(good("bowl", "--data", place("case.npz")).out()).containsPattern("ignored +finish");
        assertThat(good("bowl", "--data", place("case.npz"), "--json")
                        .json()
                        .at("/ignored/0")
                        .asText())
                .isEqualTo("finish");
    }

    @Test
    void aRecipeFileRecordsTheKernelsThatServed() {
        good("bowl", "--compute", "auto", "--out", place("a"), "--steps", "3");
        good("bowl", "--compute", "scalar", "--out", place("b"), "--steps", "3");

        assertThat(folder.resolve("a/recipe.json")).content().contains("\"compute\" : \"simd\"");
        assertThat(folder.resolve("b/recipe.json")).content().contains("\"compute\" : \"scalar\"");
    }

    @Test
    void settingsOnTheCommandLineOverrideThoseThatTravelWithTheData() throws IOException {
        Files.writeString(folder.resolve("case.json"), "{\"start\": [1, 0], \"eta\": 0.5, \"kappa\": 4, \"steps\": 3}");
        Session session = good("bowl", "--data", place("case.json"), "--set", "kappa=5", "--json");

        assertThat(session.json().at("/recipe").asText()).contains("eta=0.5", "kappa=5");
        assertThat(session.json().at("/summary/steps").asLong()).isEqualTo(3);
    }

    @Test
    void aPresetSetsWhereTheRunBeginsAndEnds() {
        Session session = good("bowl", "--preset", "edge", "--json");

        assertThat(session.json().at("/recipe").asText()).contains("eta=1.05");
        assertThat(session.json().at("/summary/time").asDouble()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aRunThatDivergesIsAResult() {
        Session session = good("bowl", "--set", "eta=5", "--steps", "1000", "--json");

        assertThat(session.json().at("/summary/status").asText()).isEqualTo("diverged");
        assertThat(session.json().at("/summary/why").asText()).contains("stability limit");
    }

    @ParameterizedTest
    @CsvSource({
        "eta=-3, 'eta=-3: step size must be a number from 0.001 to 10'",
        "et=3, 'there is no parameter called et: did you mean eta?'",
        "eta=NaN, eta=NaN",
        "eta, '--set eta: must be of the form KEY=VALUE'",
        "seed=1.5, seed=1.5",
    })
    void aBadSettingIsToldInOneLine(String setting, String words) {
        assertComplaint(run("bowl", "--set", setting), 2, words);
    }

    @ParameterizedTest
    @CsvSource({
        "--steps, -1, steps=-1",
        "--until, soon, until=soon",
        "--compute, gpu, compute=gpu",
        "--preset, edg, did you mean edge?",
        "--seed, -1, seed=-1",
        "--format, csv, --out",
        "--recipe, bowl, --recipe",
    })
    void aBadOptionIsToldInOneLine(String option, String value, String words) {
        assertComplaint(run("bowl", option, value), 2, words);
    }

    @ParameterizedTest
    @CsvSource({"svg", "pdf", "gif", "mp4", "jpg"})
    void aFormatThatIsNotThereIsToldBesideThoseThatAre(String format) {
        assertComplaint(run("bowl", "--out", place("o"), "--format", "csv," + format), 2, format, "csv, npz and png");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void aRunNeedsALaboratoryOrARecipe() {
        assertComplaint(run(), 2, "laboratory", "recipe");
    }

    @Test
    void dataOfAWrongShapeAreTold() {
        NumpyFile.write(folder.resolve("case.npz"), Map.of("start", Array.vector(1, 2, 3)));

        assertComplaint(
                run("bowl", "--data", place("case.npz"), "--out", place("o")), 2, "start has the shape 3, expected 2");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void dataThatAreNotFiniteAreTold() {
        NumpyFile.write(folder.resolve("case.npz"), Map.of("start", Array.vector(1, Double.NaN)));

        assertComplaint(run("bowl", "--data", place("case.npz")), 2, "start", "NaN", "finite");
    }

    @Test
    void aTruncatedFileIsToldByItsName() throws IOException {
        NumpyFile.write(folder.resolve("whole.npz"), Map.of("start", Array.vector(1, 2)));
        byte[] whole = Files.readAllBytes(folder.resolve("whole.npz"));
        Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, whole.length / 2));

        assertComplaint(run("bowl", "--data", place("cut.npz")), 4, "cut.npz");
    }

    @Test
    void aMissingFileIsToldByItsName() {
        assertComplaint(run("bowl", "--data", place("none.npz")), 4, "none.npz");
        assertComplaint(run("--recipe", place("none.json")), 4, "none.json");
    }

    @Test
    void aFolderThatIsThereIsOnlyWrittenIntoByForce() {
        good("bowl", "--out", place("o"));

        assertComplaint(run("bowl", "--out", place("o")), 4, place("o"), "--force");
        good("bowl", "--out", place("o"), "--force");
    }

    @Test
    void aFileInTheWayOfTheFolderIsTold() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertComplaint(run("bowl", "--out", place("file/o")), 4, place("file/o"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenIsTold() {
        // Not even the superuser may write here.
        assertComplaint(run("bowl", "--out", "/proc/separatrix"), 4, "/proc/separatrix");
    }
}

package org.separatrix.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.run.Stop;

class DataFileTest {
    private final Laboratory bowl = Laboratory.find("bowl");

    @TempDir
    private Path folder;

    private Path json(String text) throws IOException {
        return Files.writeString(folder.resolve("given.json"), text);
    }

    private DataFile read(Path path) {
        return DataFile.read(path, bowl);
    }

    @Test
    void anNpzFileAJsonFileAndAFolderSayTheSame() throws IOException {
        Path json = json("{\"start\": [0.5, -1.25], \"eta\": 0.1, \"steps\": 12}");
        Path csv = Files.createDirectory(folder.resolve("case"));
        Files.writeString(csv.resolve("start.csv"), "0.5\n-1.25\n");
        Files.writeString(csv.resolve("case.properties"), "eta=0.1\nsteps=12\nkind=toy\n");
        Files.writeString(csv.resolve("flow.csv"), "t,loss\n0,1\n");

        DataFile fromNumpy = read(NumpyFileTest.fixture("start.npz"));
        DataFile fromJson = read(json);
        DataFile fromFolder = read(csv);

        assertThat(fromNumpy.data().find("start")).contains(Array.vector(0.5, -1.25));
        assertThat(fromNumpy.settings()).isEqualTo(Map.of("eta", "0.1"));
        assertThat(fromNumpy.length()).contains(new Stop.Any(List.of(new Stop.AtStep(12))));
        assertThat(fromNumpy.ignored()).isEmpty();
        assertThat(fromJson).isEqualTo(fromNumpy);
        assertThat(fromFolder.settings()).isEqualTo(fromNumpy.settings());
        assertThat(fromFolder.length()).isEqualTo(fromNumpy.length());
        assertThat(fromFolder.ignored()).isEmpty();
        assertThat(fromFolder.data().vector("start", 2))
                .hasValueSatisfying(start -> assertThat(start).containsExactly(0.5, -1.25));
    }

    @Test
    void settingsTravelInTheMetaJsonOfAFolderToo() throws IOException {
        Path csv = Files.createDirectory(folder.resolve("case"));
        Files.writeString(csv.resolve("start.csv"), "0.5\n-1.25\n");
        Files.writeString(
                csv.resolve("meta.json"), "{\"eta\": 0.1, \"steps\": 12, \"files\": {\"start\": \"2 values\"}}");

        DataFile read = read(csv);

        assertThat(read.settings()).isEqualTo(Map.of("eta", "0.1"));
        assertThat(read.length()).contains(new Stop.Any(List.of(new Stop.AtStep(12))));
    }

    @Test
    void theHashTellsContentFromContentButNotFileFromFile() throws IOException {
        String hash = read(json("{\"start\": [1, 2], \"eta\": 0.1}")).data().hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(read(json("{\"start\": [1.0, 2.0]}")).data().hash()).isEqualTo(hash);
        assertThat(read(json("{\"start\": [[1, 2]]}")).data().hash()).isNotEqualTo(hash);
        assertThat(read(json("{\"start\": [1, 3]}")).data().hash()).isNotEqualTo(hash);
    }

    @Test
    void settingsMayTravelAlone() throws IOException {
        DataFile read = read(json("{\"eta\": 0.1, \"kappa\": 3, \"seed\": 7, \"until\": 2.5}"));
        assertThat(read.data()).isEqualTo(Data.NONE);
        assertThat(read.settings()).isEqualTo(Map.of("eta", "0.1", "kappa", "3", "seed", "7"));
        assertThat(read.length()).contains(new Stop.Any(List.of(new Stop.AtTime(2.5))));
    }

    @Test
    void whatALaboratoryDoesNotTakeIsListedUnlessItTakesNothing() throws IOException {
        assertThat(read(json("{\"start\": [1, 2], \"note\": \"hello\", \"strat\": [1]}"))
                        .ignored())
                .containsExactly("note", "strat");
        Path wrong = json("{\"strt\": [1, 2]}");
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(InvalidData.class)
                .hasMessage(wrong + ": there is no array of bowl called strt: did you mean start?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"start\": [1, NaN]}      | start[1] is NaN: every value must be finite",
                "{\"start\": [[1], [1e999]]}| start[1, 0] is Infinity: every value must be finite",
                "{\"start\": NaN}           | start[] is NaN: every value must be finite",
            })
    void aValueThatIsNotFiniteIsNamedWithItsPlace(String text, String sentence) throws IOException {
        Path file = json(text);
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidData.class).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"start\": [[1, 2], [3]]} | start is ragged: its lists differ in length or in depth",
                "{\"start\": [[1, 2], 3]}   | start is ragged: its lists differ in length or in depth",
                "{\"start\": [1, [2]]}      | start is ragged: its lists differ in length or in depth",
                "{\"start\": [1, \"x\"]}    | start holds \"x\", expected numbers alone",
                "{\"start\": [1, 2          | is no complete JSON, from line 1, column 16 on",
                "{\"start\": 1, \"start\": 2} | is no complete JSON, from line 1, column 21 on",
                "[1, 2]                     | holds no JSON object",
            })
    void whatIsNoArrayIsASentence(String text, String sentence) throws IOException {
        Path file = json(text);
        assertThatThrownBy(() -> read(file)).isInstanceOf(FileProblem.class).hasMessage(file + ": " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2;3       | line 2 has 1 numbers, the first has 2",
                "1,2;3,x     | line 2 holds \"x\", expected numbers alone, without a header",
                "t,loss;0,1  | line 1 holds \"t\", expected numbers alone, without a header",
                "1,;2,3      | line 1 holds \"\", expected numbers alone, without a header",
                ";           | holds no numbers",
            })
    void aMatrixThatIsNoneIsASentence(String lines, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("start.csv"), lines.replace(";", "\n"));
        assertThatThrownBy(() -> read(folder)).isInstanceOf(FileProblem.class).hasMessage(file + ": " + sentence);
    }

    @Test
    void aMatrixWithNanIsToldByRowAndColumn() throws IOException {
        Files.writeString(folder.resolve("start.csv"), "1,2\n3,nan\n");
        assertThatThrownBy(() -> read(folder)).hasMessage("start[1, 1] is NaN: every value must be finite");
    }

    @Test
    void aPlaceWithoutDataIsASentence() throws IOException {
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(FileProblem.class)
                .hasMessage(folder + ": holds none of the arrays of bowl, which are start.csv");
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> read(text)).hasMessageContaining("expected an .npz file, a .json file, or a folder");
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> read(missing)).hasMessageContaining("does not exist");
    }

    @Test
    void aSettingThatCannotBeIsTold() throws IOException {
        Path file = json("{\"start\": [1, 2], \"eta\": -1}");
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidSetting.class).hasMessageContaining("eta=-1");
        Path half = json("{\"start\": [1, 2], \"steps\": 1.5}");
        assertThatThrownBy(() -> read(half)).hasMessage("steps=1.5: must be a whole number");
    }
}

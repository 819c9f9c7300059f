package org.separatrix.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedInOneMove() {
        Path file = folder.resolve("file.txt");
        WholeFile.write(file, "old");
        WholeFile.write(file, "new");
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatAKilledProgramLeftOfAFileIsTakenAwayWhenTheFileIsWritten() throws IOException {
        Path dead = Files.createFile(folder.resolve(".file.txt.999999999999.part"));
        long working = ProcessHandle.current().parent().orElseThrow().pid();
        Path ofOneAtWork = Files.createFile(folder.resolve(".file.txt." + working + ".part"));
        Path ofAnother = Files.createFile(folder.resolve(".letter.txt.999999999999.part"));

        WholeFile.write(folder.resolve("file.txt"), "new");

        assertThat(dead).doesNotExist();
        assertThat(ofOneAtWork).exists();
        assertThat(ofAnother).exists();
    }

    @Test
    void whatFailsHalfWayLeavesTheOldFileAndNothingElse() {
        Path file = folder.resolve("file.txt");
        WholeFile.write(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(FileProblem.class)
                .hasMessage(file + " cannot be written: No space left on device");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .hasMessage("a fault of ours");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFolderThatIsAFileIsTold() {
        Path file = folder.resolve("file.txt");
        WholeFile.write(file, "old");
        Path inside = file.resolve("inside.txt");
        assertThatThrownBy(() -> WholeFile.write(inside, "new"))
                .isInstanceOf(FileProblem.class)
                .hasMessageStartingWith(inside + " cannot be written: ");
    }

    @Test
    void aReadOnlyPlaceIsTold() throws IOException {
        Path archive = folder.resolve("archive.zip");
        try (var zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.createFile(zip.getPath("here"));
        }
        try (var zip = FileSystems.newFileSystem(archive, Map.of("accessMode", "readOnly"))) {
            assertThatThrownBy(() -> WholeFile.write(zip.getPath("file.txt"), "new"))
                    .isInstanceOf(FileProblem.class)
                    .hasMessage("file.txt cannot be written: the file system is read-only");
            assertThatThrownBy(() -> ResultFolder.create(zip.getPath("results"), false))
                    .isInstanceOf(FileProblem.class)
                    .hasMessage("results cannot be written: the file system is read-only");
        }
    }
}

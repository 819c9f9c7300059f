package org.separatrix.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program by its script, as a user does. */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {
    private static final Path SCRIPT =
            Path.of("..", "separatrix").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Launch(int code, String out, String err) {
        static Launch of(File directory, String... command) throws IOException, InterruptedException {
            File out = File.createTempFile("out", "", directory);
            File err = File.createTempFile("err", "", directory);
            var process = new ProcessBuilder(command)
                    .directory(directory)
                    .redirectOutput(out)
                    .redirectError(err);
            process.environment().remove("DISPLAY");
            int code = process.start().waitFor();
            return new Launch(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
        }

        /** Standard error without what the virtual machine says of the incubating vector module. */
        private List<String> complaints() {
            return err.lines()
                    .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
                    .toList();
        }
    }

    private Launch launch(Path script, String... arguments) throws IOException, InterruptedException {
        return Launch.of(
                folder.toFile(),
                Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void theScriptIsPlainShell() throws IOException, InterruptedException {
        assertThat(Launch.of(folder.toFile(), "sh", "-n", SCRIPT.toString())).isEqualTo(new Launch(0, "", ""));
        assertThat(Files.readString(SCRIPT, StandardCharsets.UTF_8)).startsWith("#!/bin/sh\n");
    }

    @Test
    void theProgramStartsFromAnywhereThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT);
        Launch launch = launch(link, "list");

        assertThat(launch.complaints()).isEmpty();
        assertThat(launch.code()).isZero();
        assertThat(launch.out()).contains("deep-linear");
    }

    @Test
    void argumentsAndExitCodesPassThrough() throws IOException, InterruptedException {
        Launch launch = launch(SCRIPT, "run", "no such laboratory");

        assertThat(launch.complaints()).singleElement().asString().contains("no such laboratory");
        assertThat(launch.code()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayATourIsWritten() throws IOException, InterruptedException {
        Launch launch = launch(SCRIPT);

        assertThat(launch.complaints()).singleElement().asString().contains("display", "separatrix-tour");
        assertThat(launch.code()).isZero();
        assertThat(folder.resolve("separatrix-tour/index.html")).exists();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void insistingOnAWindowWithoutADisplayFails() throws IOException, InterruptedException {
        Launch launch = launch(SCRIPT, "--window");

        assertThat(launch.complaints()).singleElement().asString().contains("display");
        assertThat(launch.code()).isEqualTo(3);
    }

    @Test
    void aRunFindsItsVectorsItsFontsAndItsNativeLibraries() throws IOException, InterruptedException {
        Launch launch = launch(SCRIPT, "doctor", "--json");

        assertThat(launch.complaints()).isEmpty();
        assertThat(launch.out()).doesNotContain("\"missing\"");
    }
}

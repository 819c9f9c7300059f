package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.lab.Laboratory;

class TourTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src|srcset)=\"([^\"# ]+)(?: \\dx)?\"");

    @TempDir
    private Path folder;

    @Test
    void thePageShowsEveryLaboratoryAndRefersToNothingThatIsMissing() throws IOException {
        Path out = folder.resolve("tour");
        Session session = Session.of("tour", "--out", out.toString());
        String page = Files.readString(out.resolve("index.html"));

        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .isEqualToIgnoringNewLines(out.resolve("index.html").toString());
        for (Laboratory laboratory : Laboratory.all())
            assertThat(page)
                    .contains("id=\"" + laboratory.title().id() + "\"")
                    .contains(laboratory.title().name());
        List<String> references =
                REFERENCE.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(references)
                .contains("bowl/figures/loss.png", "bowl/figures/loss-dark.png", "bowl/curves.csv", "bowl/run.npz")
                .allSatisfy(reference -> assertThat(out.resolve(reference)).isNotEmptyFile());
    }

    @Test
    void aTourThatIsThereIsOnlyReplacedByForce() throws IOException {
        Files.writeString(folder.resolve("index.html"), "an older tour");
        Session session = Session.of("tour", "--out", folder.toString());

        assertThat(session.code()).isEqualTo(4);
        assertThat(session.complaints()).singleElement().asString().contains(folder.toString(), "--force");
        assertThat(folder.resolve("index.html")).hasContent("an older tour");
    }
}

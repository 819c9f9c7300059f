package org.separatrix.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Recipe;

class RecipeFileTest {
    private static final Recipe PLAIN = new Recipe("bowl", Map.of(), List.of(), Compute.AUTO, "");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenReadsBack() {
        var recipe = new Recipe(
                "bowl",
                Map.of("eta", "0.1", "seed", "7"),
                List.of(new Change(12, "eta", "0.2")),
                Compute.parse("opencl:1"),
                "abc");
        var file = new RecipeFile(recipe, OptionalLong.of(40), Optional.of(folder.resolve("case.npz")));
        file.write(folder.resolve("recipe.json"), "1.0");
        assertThat(RecipeFile.read(folder.resolve("recipe.json"))).isEqualTo(file);
    }

    @Test
    void everySettingIsWrittenSoThatNoDefaultIsNeededToUnderstandIt() {
        new RecipeFile(PLAIN, OptionalLong.empty(), Optional.empty()).write(folder.resolve("recipe.json"), "1.0");
        assertThat(folder.resolve("recipe.json"))
                .content()
                .contains("\"format\" : 1", "\"program\" : \"1.0\"", "\"eta\" : \"0.05\"", "\"seed\" : \"1\"")
                .contains("\"line\" : \"bowl\"")
                .doesNotContain("data");
        assertThat(RecipeFile.read(folder.resolve("recipe.json")).recipe()).isEqualTo(PLAIN);
    }

    @Test
    void recipeAndDataMayMoveTogether() throws IOException {
        Path here = Files.createDirectories(folder.resolve("here/results"));
        var recipe = new Recipe("bowl", Map.of(), List.of(), Compute.AUTO, "abc");
        new RecipeFile(recipe, OptionalLong.empty(), Optional.of(folder.resolve("here/case.npz")))
                .write(here.resolve("recipe.json"), "1.0");
        Files.move(folder.resolve("here"), folder.resolve("there"));
        assertThat(RecipeFile.read(folder.resolve("there/results/recipe.json")).data())
                .contains(folder.resolve("there/case.npz").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                            | is no complete JSON, from line 1, column 2 on",
                "[]                                           | holds no JSON object",
                "{\"format\": 1}                              | is no recipe: it has no laboratory",
                "{\"laboratory\": \"bowl\"}                   | is no recipe: it has no format number",
                "{\"format\": 1, \"laboratory\": \"bowl\", \"changes\": [{\"key\": \"eta\"}]}"
                        + "| has a change without a step number: {\"key\":\"eta\"}",
            })
    void whatIsNoRecipeIsASentence(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.json"), text);
        assertThatThrownBy(() -> RecipeFile.read(file))
                .isInstanceOf(FileProblem.class)
                .hasMessage(file + ": " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\": 99, \"laboratory\": \"bowl\"} | format=99: this version reads recipes of format 1 to 1",
                "{\"format\": 1, \"laboratory\": \"bowel\"} "
                        + "| there is no laboratory called bowel: did you mean bowl?",
                "{\"format\": 1, \"laboratory\": \"bowl\", \"settings\": {\"eta\": -1}} "
                        + "| eta=-1: step size must be a number from 0.001 to 10",
            })
    void whatCannotBeIsASentence(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.json"), text);
        assertThatThrownBy(() -> RecipeFile.read(file))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(sentence);
    }
}

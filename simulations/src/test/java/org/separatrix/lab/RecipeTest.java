package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aLineParsesBackToItsRecipe(@ForAll("recipes") Recipe recipe) {
        assertThat(Recipe.parse(recipe.line())).isEqualTo(recipe);
        assertThat(recipe.line()).doesNotContainAnyWhitespaces();
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        Arbitrary<String> keys =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5).map(key -> "k" + key);
        Arbitrary<String> values = Arbitraries.strings().ofMaxLength(6);
        Arbitrary<Change> changes = Combinators.combine(Arbitraries.longs().greaterOrEqual(0), keys, values)
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.of("bowl", "deep-linear"),
                        Arbitraries.maps(keys, values).ofMaxSize(4),
                        changes.list().ofMaxSize(3),
                        Arbitraries.of(Compute.AUTO, Compute.SIMD, Compute.parse("opencl:2")),
                        Arbitraries.of("", "0123abc"))
                .as(Recipe::new);
    }

    @Test
    void theLineOfDefaultsIsTheNameAlone() {
        var recipe = new Recipe("bowl", Map.of(), List.of(), Compute.AUTO, "");
        assertThat(recipe.line()).isEqualTo("bowl");
    }

    @Test
    void aLineSaysWhatDiffers() {
        var recipe = new Recipe(
                "bowl", Map.of("spectrum", "3,2,1"), List.of(new Change(12, "eta", "0.2")), Compute.SIMD, "abc");
        assertThat(recipe.line()).isEqualTo("bowl?spectrum=3,2,1&@12.eta=0.2&compute=simd&data=abc&format=1");
    }

    @Test
    void aBranchKeepsWhatCameBeforeAndForgetsWhatCameAfter() {
        Recipe recipe = Recipe.parse("bowl?@1.eta=1&@5.eta=2&@9.eta=3");
        assertThat(recipe.branch(new Change(5, "eta", "7")).changes())
                .containsExactly(new Change(1, "eta", "1"), new Change(5, "eta", "2"), new Change(5, "eta", "7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bowl?eta            | recipe: eta is not of the form key=value",
                "bowl?=3             | recipe: =3 is not of the form key=value",
                "bowl?@x.eta=3       | recipe: @x.eta is not of the form @step.key",
                "bowl?@3=3           | recipe: @3 is not of the form @step.key",
                "bowl?@-3.eta=3      | a change at step -3: steps are counted from 0",
                "bowl?eta=%zz        | recipe: %zz is not spelt as an address spells it",
                "bowl?compute=gpu    | compute=gpu: must be auto, scalar, simd, opencl or opencl:N",
                "bowl?format=x       | format=x: must be a whole number up to 1",
                "bowl?format=2       | format=2: this version reads recipes of format 1 to 1",
            })
    void aLineThatIsNoRecipeIsASentence(String line, String sentence) {
        assertThatThrownBy(() -> Recipe.parse(line))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(sentence);
    }

    @Test
    void anOlderFormatLoadsThroughEveryMigrationSince() {
        var list = List.of(
                new Migration(2, "bowl", "rate", "step"),
                new Migration(3, "bowl", "step", "eta"),
                new Migration(3, "other", "eta", "nothing"));
        var settings = Map.of("rate", "0.1", "seed", "7");
        assertThat(Migration.migrate("bowl", settings, 1, list)).isEqualTo(Map.of("eta", "0.1", "seed", "7"));
        assertThat(Migration.migrate("bowl", settings, 2, list)).isEqualTo(settings);
        assertThat(Migration.migrate("bowl", Map.of("step", "1"), 2, list)).isEqualTo(Map.of("eta", "1"));
        assertThat(Migration.migrate("bowl", List.of(new Change(3, "rate", "1")), 1, list))
                .containsExactly(new Change(3, "eta", "1"));
        assertThat(Migration.migrate("elsewhere", settings, 1, list)).isEqualTo(settings);
    }

    @Test
    void noMigrationSpeaksOfAFormatYetToCome() {
        assertThat(Migration.ALL)
                .allMatch(migration -> migration.format() > 1 && migration.format() <= Migration.CURRENT);
    }

    @ParameterizedTest
    @CsvSource({"auto, auto", "SIMD, simd", "opencl, opencl", "opencl:0, opencl", "opencl:3, opencl:3"})
    void theComputeKindIsSpeltInOneWord(String text, String spelt) {
        assertThat(Compute.parse(text).text()).isEqualTo(spelt);
        assertThat(Compute.parse(Compute.parse(text).text())).isEqualTo(Compute.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"opencl:x", "opencl:-1", "simd:1", "''"})
    void anUnknownComputeKindIsRefused(String text) {
        assertThatThrownBy(() -> Compute.parse(text)).isInstanceOf(InvalidSetting.class);
    }
}

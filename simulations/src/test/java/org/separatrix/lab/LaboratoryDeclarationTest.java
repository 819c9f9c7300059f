package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.lab.Contract.assertSentence;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What every laboratory on the class path says of itself. */
class LaboratoryDeclarationTest {
    /** Words that files and recipes use for themselves. */
    private static final Set<String> RESERVED =
            Set.of("compute", "data", "format", "steps", "until", "step", "time", "curves", "recipe", "summary", "run");

    @OnEveryLaboratory
    void everyNameIsWellFormedAndUnique(Laboratory laboratory) {
        assertThat(laboratory.title().id()).matches("[a-z]+(-[a-z]+)*");
        assertNames(laboratory.parameters().stream().map(Parameter::key));
        assertNames(laboratory.metrics().stream().map(Metric::key));
        assertNames(laboratory.dataKeys().stream().map(DataKey::name));
        assertThat(laboratory.presets().stream().map(Preset::key))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        List<Observable<?>> observables = laboratory.observables(laboratory.standard());
        assertNames(observables.stream().map(Observable::key));
        observables.forEach(
                observable -> assertNames(observable.series().stream().map(Series::key)));
    }

    private static void assertNames(Stream<String> names) {
        assertThat(names)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(RESERVED)
                .allMatch(key -> key.matches(Contract.KEY));
    }

    @OnEveryLaboratory
    void everythingIsExplainedInASentence(Laboratory laboratory) {
        Title title = laboratory.title();
        assertSentence(title.line());
        assertThat(List.of(title.name(), title.equation())).noneMatch(String::isBlank);
        laboratory.parameters().forEach(parameter -> {
            assertThat(parameter.label()).as(parameter.key()).isNotBlank();
            assertSentence(parameter.meaning());
        });
        laboratory.metrics().forEach(metric -> {
            assertThat(metric.label()).isNotBlank();
            assertSentence(metric.meaning());
        });
        laboratory.presets().forEach(preset -> {
            assertThat(preset.name()).isNotBlank();
            assertSentence(preset.line());
            assertThat(preset.until()).isPositive();
        });
        laboratory
                .dataKeys()
                .forEach(key -> assertThat(List.of(key.shape(), key.meaning()))
                        .as(key.name())
                        .noneMatch(String::isBlank));
        laboratory.rules().forEach(rule -> assertThat(rule.words()).isNotBlank());
    }
}

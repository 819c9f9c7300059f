package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Preset;

class DescribeTest {
    static Stream<Laboratory> laboratories() {
        return Laboratory.all().stream();
    }

    private static String id(Laboratory laboratory) {
        return laboratory.title().id();
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void theDocumentHoldsEveryDeclaration(Laboratory laboratory) {
        JsonNode document = Session.of("describe", id(laboratory), "--json").json();

        assertThat(document.at("/equation").asText())
                .isEqualTo(laboratory.title().equation());
        assertThat(each(document.at("/parameters"), "key"))
                .isEqualTo(laboratory.standard().parameters().stream()
                        .map(Parameter::key)
                        .toList());
        assertThat(each(document.at("/metrics"), "key"))
                .isEqualTo(laboratory.metrics().stream().map(Metric::key).toList());
        assertThat(each(document.at("/presets"), "key"))
                .isEqualTo(laboratory.presets().stream().map(Preset::key).toList());
        assertThat(each(document.at("/data"), "name"))
                .isEqualTo(laboratory.dataKeys().stream().map(DataKey::name).toList());
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void aParameterIsToldAsItIsDeclared(Laboratory laboratory) {
        JsonNode told = Session.of("describe", id(laboratory), "--json").json().at("/parameters");
        String page = words(Session.of("describe", id(laboratory)).out());

        int i = 0;
        for (Parameter<?> parameter : laboratory.standard().parameters()) {
            JsonNode entry = told.get(i++);
            String standard = laboratory.standard().text(parameter);
            assertThat(entry.at("/symbol").asText()).isEqualTo(parameter.symbol());
            assertThat(entry.at("/label").asText()).isEqualTo(parameter.label());
            assertThat(entry.at("/meaning").asText()).isEqualTo(parameter.meaning());
            assertThat(entry.at("/kind").asText()).isEqualTo(parameter.kind());
            assertThat(entry.at("/words").asText()).isEqualTo(parameter.domain().words());
            assertThat(entry.at("/default").asText()).isEqualTo(standard);
            assertThat(entry.at("/live").asBoolean()).isEqualTo(parameter.live());
            assertThat(page)
                    .contains(parameter.key())
                    .contains(parameter.label())
                    .contains(parameter.meaning())
                    .contains(parameter.domain().words())
                    .contains("default " + standard)
                    .contains(parameter.applies().words());
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void everyObservableOfEveryPresetIsTold(Laboratory laboratory) {
        JsonNode told = Session.of("describe", id(laboratory), "--json").json().at("/observables");

        for (Preset preset : laboratory.presets()) {
            for (Observable<?> observable : laboratory.observables(laboratory.settings(preset))) {
                assertThat(told).anySatisfy(entry -> {
                    assertThat(entry.at("/key").asText()).isEqualTo(observable.key());
                    assertThat(entry.at("/presets"))
                            .anySatisfy(key -> assertThat(key.asText()).isEqualTo(preset.key()));
                });
            }
        }
    }

    @Test
    void theListNamesEveryLaboratory() {
        Session page = Session.of("list");
        JsonNode document = Session.of("list", "--json").json();

        for (Laboratory laboratory : Laboratory.all()) {
            assertThat(page.out()).contains(id(laboratory));
            assertThat(words(page.out())).contains(laboratory.title().line());
        }
        assertThat(each(document.at("/laboratories"), "id"))
                .isEqualTo(laboratories().map(DescribeTest::id).toList());
    }

    private static List<String> each(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asText()).toList();
    }

    /** A page without its line breaks and columns. */
    private static String words(String page) {
        return page.replaceAll("\\s+", " ");
    }
}

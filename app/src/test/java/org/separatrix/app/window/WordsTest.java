package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.viz.Typeface;

/** What laboratories declare can be written in the typefaces of charts, which have no others to fall back on. */
class WordsTest {
    static List<Laboratory> laboratories() {
        return Laboratory.all();
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void everySignOfAChartIsInItsTypefaces(Laboratory laboratory) {
        Stream<String> words = Stream.concat(
                laboratory.presets().stream()
                        .flatMap(preset -> laboratory.observables(laboratory.settings(preset)).stream())
                        // A record says all its words.
                        .map(Object::toString),
                laboratory.metrics().stream().map(Metric::label));

        assertThat(words.distinct())
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(Typeface.SANS.awt(11).canDisplayUpTo(text)).isEqualTo(-1))
                .allSatisfy(text ->
                        assertThat(Typeface.TITLE.awt(13).canDisplayUpTo(text)).isEqualTo(-1));
    }
}

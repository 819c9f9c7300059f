package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
    private enum Colour implements Choice {
        RED,
        DARK_BLUE
    }

    private static final Domain.Real REAL = new Domain.Real(-Double.MAX_VALUE, Double.MAX_VALUE, Scale.LINEAR);
    private static final Domain.Whole WHOLE = new Domain.Whole(-(1L << 53), 1L << 53, Scale.LINEAR);

    @Property
    void aNumberSpeltParsesBackToTheLastBit(@ForAll double value) {
        assertThat(REAL.parse(REAL.format(value))).isEqualTo(value);
    }

    @Property
    void aWholeNumberSpeltParsesBack(@ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long value) {
        assertThat(WHOLE.parse(WHOLE.format(value))).isEqualTo(value);
    }

    @Property
    void aListSpeltParsesBackToTheLastBit(@ForAll @Size(max = 9) List<Double> values) {
        var domain = new Domain.Sequence(0, 9, -1, 1);
        assertThat(domain.parse(domain.format(values))).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "0.25, 0.25", "0.001, 0.001", "1e-4, 1.0E-4", "1.5e-9, 1.5E-9", "-0.0, -0.0", "1e22, 1e22"})
    void numbersAreSpeltAsShortAsExactnessAllows(String spelt, double value) {
        assertThat(Numbers.format(value)).isEqualTo(spelt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1d", "0x1p3", "NaN", "Infinity", "1e999", "1 2", "1,5"})
    void whatSpellsNoFiniteNumberIsRefused(String text) {
        assertThatThrownBy(() -> REAL.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1e3, 1000", "' 7 ', 7", "-0, 0", "12.0, 12"})
    void aWholeNumberMayBeSpeltInEverydayNotation(String text, long value) {
        assertThat(WHOLE.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e300", "9007199254740994"})
    void whatIsNoWholeNumberIsRefused(String text) {
        assertThatThrownBy(() -> WHOLE.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIntervalHoldsItsEndsAndNothingBeyond() {
        var domain = new Domain.Real(1, 2, Scale.LOG);
        assertThat(domain.contains(1.0)).isTrue();
        assertThat(domain.contains(2.0)).isTrue();
        assertThat(domain.contains(Math.nextUp(2.0))).isFalse();
        assertThat(domain.contains(Double.NaN)).isFalse();
        assertThat(domain.words()).isEqualTo("a number from 1 to 2");
    }

    @Test
    void aDomainThatHoldsNothingCannotBe() {
        assertThatThrownBy(() -> new Domain.Real(2, 1, Scale.LINEAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Domain.Real(0, 1, Scale.LOG)).hasMessageContaining("logarithmic");
        assertThatThrownBy(() -> new Domain.Whole(0, 9, Scale.LOG)).hasMessageContaining("logarithmic");
        assertThatThrownBy(() -> new Domain.Sequence(3, 2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void choicesAndSwitchesGoByTheirWords() {
        var colours = new Domain.OneOf<>(Colour.class);
        assertThat(colours.parse("dark-blue")).isEqualTo(Colour.DARK_BLUE);
        assertThat(colours.format(Colour.DARK_BLUE)).isEqualTo("dark-blue");
        assertThat(colours.words()).isEqualTo("one of red, dark-blue");
        assertThatThrownBy(() -> colours.parse("DARK_BLUE")).isInstanceOf(IllegalArgumentException.class);
        var light = new Domain.Switch();
        assertThat(List.of(light.parse("on"), light.parse("yes"), light.parse("true")))
                .containsOnly(true);
        assertThat(List.of(light.parse("off"), light.parse("no"), light.parse("false")))
                .containsOnly(false);
        assertThatThrownBy(() -> light.parse("maybe")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListIsBoundedInLengthAndInEachNumber() {
        var domain = new Domain.Sequence(1, 2, 0, 1);
        assertThat(domain.contains(List.of(0.5))).isTrue();
        assertThat(domain.contains(List.of())).isFalse();
        assertThat(domain.contains(List.of(0.5, 1.5))).isFalse();
        assertThat(domain.contains(List.of(0.1, 0.2, 0.3))).isFalse();
        assertThat(domain.words()).isEqualTo("a list of 1 to 2 numbers, each from 0 to 1");
    }
}

package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private enum Mode implements Choice {
        PLAIN,
        FANCY
    }

    private static final Parameter<Double> LOW = Parameter.real("low", "a", "lower end", 0, 10, 1);
    private static final Parameter<Double> HIGH = Parameter.real("high", "b", "upper end", 0, 10, 2);
    private static final Parameter<Long> DEPTH = Parameter.whole("depth", "L", "depth", 1, 8, 3);
    private static final Parameter<Mode> MODE = Parameter.choice("mode", "mode", Mode.PLAIN);
    private static final Parameter<Boolean> NOISE = Parameter.toggle("noise", "noise", false);
    private static final Condition ORDERED =
            new Condition("low must be below high", settings -> settings.get(LOW) < settings.get(HIGH));
    private static final Settings STANDARD =
            Settings.standard(List.of(LOW, HIGH, DEPTH, MODE, NOISE), List.of(ORDERED));

    @Property
    void whatIsSetReadsBackAsValueAndAsText(
            @ForAll @DoubleRange(min = 0, max = 0.99) double low, @ForAll @LongRange(min = 1, max = 8) long depth) {
        Settings settings = STANDARD.with(LOW, low).with(DEPTH, depth).with(NOISE, true);
        assertThat(settings.get(LOW)).isEqualTo(low);
        assertThat(STANDARD.withTexts(settings.texts())).isEqualTo(settings).hasSameHashCodeAs(settings);
        assertThat(STANDARD.withTexts(settings.differences())).isEqualTo(settings);
    }

    @Test
    void theSeedIsAlwaysThereAndStandsLast() {
        assertThat(STANDARD.parameters()).endsWith(Settings.SEED);
        assertThat(STANDARD.with("seed", "7").seed()).isEqualTo(7);
        assertThat(STANDARD.texts()).containsOnlyKeys("low", "high", "depth", "mode", "noise", "seed");
    }

    @Test
    void onlyWhatDiffersFromTheDefaultIsADifference() {
        assertThat(STANDARD.differences()).isEmpty();
        assertThat(STANDARD.with("mode", "fancy").differences()).isEqualTo(Map.of("mode", "fancy"));
    }

    @Test
    void aValueOutsideItsDomainIsNamedWithTheDomain() {
        assertThatThrownBy(() -> STANDARD.with("depth", "-3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("depth=-3: depth must be a whole number from 1 to 8");
        assertThatThrownBy(() -> STANDARD.with(DEPTH, 9L)).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> STANDARD.with("mode", "odd")).hasMessage("mode=odd: mode must be one of plain, fancy");
        assertThatThrownBy(() -> STANDARD.with("noise", "2")).hasMessage("noise=2: noise must be on or off");
    }

    @Test
    void anUnknownKeyNamesTheNearestOneOrAll() {
        assertThatThrownBy(() -> STANDARD.with("dept", "3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("there is no parameter called dept: did you mean depth?");
        assertThatThrownBy(() -> STANDARD.with("xyzzy", "3"))
                .hasMessage("there is no parameter called xyzzy: known are low, high, depth, mode, noise, seed");
    }

    @Test
    void rulesAreCheckedOnceForAllChangesTogether() {
        assertThatThrownBy(() -> STANDARD.with("low", "5"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("low must be below high");
        assertThat(STANDARD.withTexts(Map.of("low", "5", "high", "6")).get(LOW)).isEqualTo(5);
    }

    @Test
    void aParameterOfAnotherLaboratoryHasNoValueHere() {
        var stranger = Parameter.real("stranger", "", "stranger", 0, 1, 0);
        assertThatThrownBy(() -> STANDARD.get(stranger)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> STANDARD.with(stranger, 1.0)).isInstanceOf(InvalidSetting.class);
    }

    @Test
    void aLaboratoryCannotDeclareWhatContradictsItself() {
        assertThatThrownBy(() -> Settings.standard(List.of(LOW, LOW), List.of()))
                .hasMessage("declared twice: low");
        assertThatThrownBy(() -> Settings.standard(
                        List.of(LOW, HIGH.meaning("")), List.of(new Condition("never", settings -> false))))
                .hasMessage("never");
        assertThatThrownBy(() -> Parameter.real("x", "", "x", 0, 1, 2)).hasMessageContaining("default");
        assertThatThrownBy(() -> Parameter.real("X x", "", "x", 0, 1, 0)).hasMessageContaining("not a key");
    }

    @Test
    void conditionsSayWhenTheyHold() {
        Condition fancy = Condition.when(MODE, Mode.FANCY);
        Condition both = fancy.and(Condition.when(NOISE));
        assertThat(both.words()).isEqualTo("only when mode is fancy and when noise is on");
        assertThat(both.holds(STANDARD.with(MODE, Mode.FANCY))).isFalse();
        assertThat(both.holds(STANDARD.with(MODE, Mode.FANCY).with(NOISE, true)))
                .isTrue();
        assertThat(Condition.when(MODE, Set.of(Mode.FANCY, Mode.PLAIN)).words())
                .isEqualTo("only when mode is plain or fancy");
        assertThat(Condition.ALWAYS.and(fancy)).isSameAs(fancy);
    }

    @Test
    void aParameterTellsItsKind() {
        assertThat(List.of(LOW, DEPTH, MODE, NOISE).stream().map(Parameter::kind))
                .containsExactly("real", "integer", "choice", "switch");
        assertThat(Parameter.sequence("list", "", "list", 3, 0, 1, List.of(0.5)).kind())
                .isEqualTo("list");
    }
}

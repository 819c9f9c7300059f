package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Judgement TWO = Judgement.of(OptionalDouble.of(2), "no two");
    private static final Judgement THREE = Judgement.of(OptionalDouble.of(3), "no three");
    private static final Judgement NONE = Judgement.of(OptionalDouble.empty(), "none");
    private static final Judgement NO_OTHER = Judgement.of(OptionalDouble.empty(), "no other");

    @Test
    void whatFollowsFromNumbersIsANumber() {
        assertThat(TWO.map(x -> x * x)).isEqualTo(new Judgement.Value(4));
        assertThat(TWO.with(THREE, (x, y) -> x - y)).isEqualTo(new Judgement.Value(-1));
    }

    @Test
    void theFirstReasonThatANumberIsMissingStays() {
        assertThat(NONE.map(x -> x * x)).isEqualTo(new Judgement.Missing("none"));
        assertThat(NONE.with(NO_OTHER, Double::sum)).isEqualTo(new Judgement.Missing("none"));
        assertThat(TWO.with(NO_OTHER, Double::sum)).isEqualTo(new Judgement.Missing("no other"));
    }
}

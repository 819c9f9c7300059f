package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private enum Pace implements Choice {
        @Label("one by one")
        ONE_BY_ONE,
        TOGETHER
    }

    @Test
    void aChoiceHasTheNameThatIsDeclaredOrElseItsOwn() {
        assertThat(List.of(Pace.values())).extracting(Choice::label).containsExactly("one by one", "together");
        assertThat(List.of(Pace.values())).extracting(Choice::key).containsExactly("one-by-one", "together");
    }
}

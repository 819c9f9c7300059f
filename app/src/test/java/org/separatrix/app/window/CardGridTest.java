package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardGridTest {
    @Test
    void fourCardsStandTwoByTwoInEveryWindowTheProgramAllows() {
        assertThat(CardGrid.columns(4, 570, 520)).isEqualTo(2);
        assertThat(CardGrid.columns(4, 980, 720)).isEqualTo(2);
        assertThat(CardGrid.columns(4, 3400, 1900)).isEqualTo(2);
    }

    @Test
    void twoCardsStandSideBySideWhereTheSpaceIsWide() {
        assertThat(CardGrid.columns(2, 1000, 600)).isEqualTo(2);
        assertThat(CardGrid.columns(2, 600, 1000)).isEqualTo(1);
    }
}

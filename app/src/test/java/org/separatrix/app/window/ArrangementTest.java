package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private static final List<String> NAMES = List.of("loss", "modes", "plane");

    @Test
    void aMovedCardTakesThePlaceOfAnother() {
        Arrangement moved = Arrangement.DECLARED.moved(NAMES, "plane", 0);

        assertThat(moved.sorted(NAMES)).containsExactly("plane", "loss", "modes");
        assertThat(moved.moved(NAMES, "plane", 1).sorted(NAMES)).containsExactly("loss", "plane", "modes");
    }

    @Test
    void cardsThatWereNotThereBeforeComeLast() {
        Arrangement known = Arrangement.DECLARED.moved(NAMES, "plane", 0);

        assertThat(known.sorted(List.of("new", "loss", "plane"))).containsExactly("plane", "loss", "new");
    }

    @Test
    void anArrangementIsReadAsItWasWritten() {
        Arrangement arranged =
                Arrangement.DECLARED.moved(NAMES, "plane", 0).enlarging("loss").detaching("modes", true);

        assertThat(Arrangement.parse(arranged.text())).isEqualTo(arranged);
        assertThat(arranged.detaching("modes", false).detached()).isEmpty();
        assertThat(Arrangement.parse("plane,loss;loss").detached()).isEmpty();
        assertThat(Arrangement.parse(Arrangement.DECLARED.text())).isEqualTo(Arrangement.DECLARED);
        assertThat(Arrangement.parse("")).isEqualTo(Arrangement.DECLARED);
    }
}

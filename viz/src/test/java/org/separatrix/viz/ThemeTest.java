package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeReadOnEveryGround(Theme theme) {
        for (Colour ground : List.of(theme.background(), theme.panel())) {
            for (Colour text :
                    List.of(theme.text(), theme.muted(), theme.accent(), theme.good(), theme.warning(), theme.bad()))
                assertThat(text.contrast(ground))
                        .as("%s on %s", text.hex(), ground.hex())
                        .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theoryStandsOutFromTheGround(Theme theme) {
        for (int family = 0; family < 6; family++)
            assertThat(Palette.of(theme, 6).theory(family).contrast(theme.background()))
                    .isGreaterThanOrEqualTo(GRAPHICS);
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetSaysEveryToken(Theme theme) {
        String sheet = theme.styleSheet();

        assertThat(sheet).startsWith(".root {").endsWith("}\n");
        theme.tokens()
                .forEach((name, colour) ->
                        assertThat(sheet).contains("-separatrix-" + name + ": " + colour.hex() + ";"));
        assertThat(theme.tokens()).containsKeys("background", "hairline", "accent", "series-1", "series-6", "bad");
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Colour.of("#000000").contrast(Colour.of("#FFFFFF"))).isEqualTo(21);
        assertThat(Colour.of("#777777").contrast(Colour.of("#FFFFFF"))).isBetween(4.47, 4.49);
    }

    @Test
    void aColourIsSpeltInSixDigits() {
        assertThat(Colour.of("#0072b2").hex()).isEqualTo("#0072B2");
        assertThatThrownBy(() -> Colour.of("blue")).hasMessage("\"blue\" is not a colour; a valid one is #0072B2");
    }
}

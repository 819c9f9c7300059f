package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EquationTest {
    private static final String LATEX = "\\tau\\,\\frac{dW}{dt} = W^\\top(\\Sigma - W)";

    @Test
    void aFormulaIsSetInTheColourOfTheTheme() {
        Colour ink = Theme.DARK.text();
        Equation equation = Equation.of(LATEX, 18, ink);

        var image = new Figure(equation, Theme.DARK.background(), equation.width(), equation.height()).image(2);

        assertThat(Ink.count(image, ink)).isGreaterThan(200);
        assertThat(Ink.touchesRim(image, Theme.DARK.background())).isFalse();
    }

    @Test
    void aFormulaThatIsTooWideIsMadeSmaller() {
        Equation equation = Equation.of(LATEX, 18, Theme.LIGHT.text());

        var image = new Figure(equation, Theme.LIGHT.background(), equation.width() / 3, equation.height()).image(2);

        assertThat(Ink.touchesRim(image, Theme.LIGHT.background())).isFalse();
    }

    @Test
    void aFormulaThatCannotBeSetIsNamed() {
        assertThatThrownBy(() -> Equation.of("\\nosuch", 18, Theme.LIGHT.text()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the formula \\nosuch cannot be typeset: ");
    }
}

package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {
    private static final String GREEK = "αβγδεηθκλμρσΣτφχψω";
    private static final String DIGITS = "0123456789₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SIGNS = "∞−√·≤≥×½…–";

    @ParameterizedTest
    @EnumSource
    void everyTypefaceHasTheSignsOfTheLaboratories(Typeface face) {
        assertThat(face.awt(13).canDisplayUpTo(GREEK + DIGITS + SIGNS)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SANS", "TITLE", "SYMBOL"})
    void powersOfTenCanHaveNegativeExponents(Typeface face) {
        assertThat(face.awt(13).canDisplayUpTo("10⁻³ →")).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void aTypefaceIsKnownByItsFamily(Typeface face) {
        assertThat(face.awt(13).getFamily()).isEqualTo(face.family());
        assertThat(face.awt(13).getSize2D()).isEqualTo(13);
    }
}

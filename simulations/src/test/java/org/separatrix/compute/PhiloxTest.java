package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
    /** The known answers that accompany the Random123 library, words in their order. */
    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void givesTheKnownAnswers(String counter, String key, String answer) {
        long[] out = new long[2];
        Philox.block(pair(counter, 0), pair(counter, 2), pair(key, 0), out);
        assertThat(out).containsExactly(pair(answer, 0), pair(answer, 2));
    }

    private static long pair(String words, int first) {
        String[] hex = words.split(" ");
        return Long.parseLong(hex[first], 16) | Long.parseLong(hex[first + 1], 16) << 32;
    }
}

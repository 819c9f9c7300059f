package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;

/** Guards the other tests: where the vector module is missing they would compare scalar kernels with themselves. */
class SimdIsTestedTest {
    @Test
    void theTestsRunWithTheVectorModule() {
        try (Selection selection = Kernels.of(Compute.SIMD)) {
            assertThat(selection.kind()).as(selection.reason()).isEqualTo(Compute.Kind.SIMD);
            assertThat(selection.kernels()).isInstanceOf(SimdKernels.class);
        }
    }
}

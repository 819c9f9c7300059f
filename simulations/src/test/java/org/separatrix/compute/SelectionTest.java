package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Compute.Kind;

class SelectionTest {
    @Test
    void theBestOfThisMachineIsSimd() {
        try (Selection selection = Kernels.of(Compute.AUTO)) {
            assertThat(selection.kind()).isEqualTo(Kind.SIMD);
            assertThat(selection.description()).matches("SIMD (128|256|512)-bit, 1 thread");
            assertThat(selection.reason()).contains("doubles");
            assertThat(selection.crew().workers().threads()).isEqualTo(1);
        }
    }

    @Test
    void scalarKernelsAreToBeHad() {
        try (Selection selection = Kernels.of(Compute.SCALAR.onThreads(2))) {
            assertThat(selection.kind()).isEqualTo(Kind.SCALAR);
            assertThat(selection.description()).isEqualTo("scalar, 2 threads");
        }
    }

    @Test
    void withoutTheVectorModuleTheReasonNamesTheFlag() {
        for (Kind kind : new Kind[] {Kind.AUTO, Kind.SIMD, Kind.OPENCL})
            try (Selection selection = Selection.of(new Compute(kind, 0, 1), false)) {
                assertThat(selection.kind()).isEqualTo(Kind.SCALAR);
                assertThat(selection.reason()).contains("--add-modules jdk.incubator.vector");
            }
    }

    @Test
    void openClFallsBackToSimdAndSaysSo() {
        try (Selection selection = Kernels.of(Compute.parse("opencl:1"))) {
            assertThat(selection.kind()).isEqualTo(Kind.SIMD);
            assertThat(selection.reason()).contains("OpenCL");
        }
    }
}

package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.Kernels.Form;
import org.separatrix.lab.Compute;

/** What only another Java process can show: narrower vectors, and no vector module at all. */
class LaunchTest {
    @Test
    void theBitsDoNotDependOnTheWidthOfTheVectors() throws IOException, InterruptedException {
        List<String> narrow = launch("--add-modules=jdk.incubator.vector", "-XX:MaxVectorSize=16");
        List<String> wide = launch("--add-modules=jdk.incubator.vector");
        assertThat(narrow.getFirst()).isEqualTo("SIMD 128-bit, 1 thread");
        assertThat(wide.getFirst()).startsWith("SIMD ");
        assertThat(narrow.getLast()).isEqualTo(wide.getLast());
    }

    @Test
    void withoutTheVectorModuleTheKernelsAreScalar() throws IOException, InterruptedException {
        assertThat(launch().getFirst()).isEqualTo("scalar, 1 thread");
    }

    private static List<String> launch(String... options) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.of(
                        Stream.of(java),
                        Arrays.stream(options),
                        Stream.of("-cp", System.getProperty("java.class.path"), LaunchTest.class.getName()))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as("exit code of %s", command).isZero();
        return lines;
    }

    /** Prints what the kernels are, and a digest of all that they compute. */
    public static void main(String[] arguments) {
        try (Selection selection = Kernels.of(Compute.AUTO)) {
            Kernels kernels = selection.kernels();
            double[] a = normal(23 * 19);
            double[] b = normal(19 * 37);
            double[] c = new double[23 * 37];
            long digest = 0;
            for (Form form : Form.values()) {
                kernels.gemm(form, 23, 37, 19, .7, a, b, .5, c);
                float[] floats = new float[c.length];
                kernels.gemm(form, 23, 37, 19, .7f, floats(a), floats(b), 0, floats);
                digest = 31 * digest + Arrays.hashCode(floats);
            }
            kernels.axpy(1, 400, .3, a, c);
            kernels.tanh(2, 555, c, c);
            kernels.tanhGradient(0, 401, a, c);
            digest = 31 * digest + Double.hashCode(kernels.dot(3, 420, a, c));
            System.out.println(selection.description());
            System.out.println(31 * digest + Arrays.hashCode(c));
        }
    }

    private static double[] normal(int n) {
        double[] x = new double[n];
        RandomStream.of(n, "launch", 0).fillGaussian(x);
        return x;
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) floats[i] = (float) x[i];
        return floats;
    }
}

package org.separatrix.labs.deeplinear;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.compute.Workers;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;

/**
 * One full-batch step of a network of five layers, all 64 wide, on whitened inputs: that of the laboratory in double
 * precision, and the same products in single precision.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class DescentBenchmark {
    private static final int DEPTH = 5;
    private static final int WIDTH = 64;

    /** How many threads share a step. */
    @Param({"1", "2"})
    public int threads;

    private Experiment experiment;
    private Selection selection;
    private Crew crew;
    private final float[][] weights = new float[DEPTH][WIDTH * WIDTH];
    private final float[][] before = new float[DEPTH][WIDTH * WIDTH];
    private final float[][] after = new float[DEPTH][WIDTH * WIDTH];
    private final float[] target = new float[WIDTH * WIDTH];
    private final Workers.Task sweep = this::sweep;
    private final Workers.Task update = this::update;
    private final Workers.Task finish = this::finish;

    /** Opens the network. */
    @Setup
    public void open() {
        DeepLinearLaboratory laboratory = new DeepLinearLaboratory();
        String width = Integer.toString(WIDTH);
        Settings settings = laboratory
                .standard()
                .withTexts(Map.of(
                        "task",
                        "teacher",
                        "n_in",
                        width,
                        "n_out",
                        width,
                        "hidden",
                        width,
                        "depth",
                        "" + DEPTH,
                        "init",
                        "scaled",
                        "eta",
                        "1e-4"));
        experiment = laboratory.open(settings, Data.NONE, Compute.AUTO.onThreads(threads));
        selection = Kernels.of(Compute.AUTO.onThreads(threads));
        crew = selection.crew();
        for (int l = 0; l < DEPTH; l++) {
            for (int i = 0; i < WIDTH * WIDTH; i++) weights[l][i] = (float) Math.sin(i * 12.9898 + l) / 8;
        }
        before[0] = weights[0];
    }

    /** Closes it. */
    @TearDown
    public void close() {
        experiment.close();
        selection.close();
    }

    /** A step of the laboratory. */
    @Benchmark
    public void doublePrecision() {
        experiment.advance();
    }

    /** The same products in single precision. */
    @Benchmark
    public void singlePrecision() {
        crew.run(sweep);
        crew.run(update);
        crew.run(finish);
    }

    private void sweep(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        int from = Workers.bound(part, parts, WIDTH, 32);
        int to = Workers.bound(part + 1, parts, WIDTH, 32);
        for (int l = 1; l < DEPTH; l++)
            multiply(kernels, Kernels.Form.AB, from, to, weights[l], before[l - 1], before[l]);
        float[] residual = after[DEPTH - 1];
        for (int i = 0; i < WIDTH; i++) {
            for (int j = i * WIDTH + from; j < i * WIDTH + to; j++) residual[j] = target[j] - before[DEPTH - 1][j];
        }
        for (int l = DEPTH - 1; l > 0; l--)
            multiply(kernels, Kernels.Form.ATB, from, to, weights[l], after[l], after[l - 1]);
    }

    private static void multiply(
            Kernels kernels, Kernels.Form form, int from, int to, float[] a, float[] b, float[] c) {
        kernels.gemm(form, WIDTH, to - from, WIDTH, 1, a, 0, WIDTH, b, from, WIDTH, 0, c, from, WIDTH);
    }

    /** Whole layers for every thread, as the laboratory shares them. */
    private void update(int part, int parts) {
        int first = 1 + (DEPTH - 1) * part / parts;
        int end = 1 + (DEPTH - 1) * (part + 1) / parts;
        for (int l = first; l < end; l++)
            crew.kernels(part)
                    .gemm(
                            Kernels.Form.ABT,
                            WIDTH,
                            WIDTH,
                            WIDTH,
                            1e-4f,
                            after[l],
                            0,
                            WIDTH,
                            before[l - 1],
                            0,
                            WIDTH,
                            1,
                            weights[l],
                            0,
                            WIDTH);
    }

    private void finish(int part, int parts) {
        int from = Workers.bound(part, parts, WIDTH, 32);
        int to = Workers.bound(part + 1, parts, WIDTH, 32);
        for (int i = 0; i < WIDTH * WIDTH; i += WIDTH)
            for (int j = i + from; j < i + to; j++) weights[0][j] += 1e-4f * after[0][j];
    }
}

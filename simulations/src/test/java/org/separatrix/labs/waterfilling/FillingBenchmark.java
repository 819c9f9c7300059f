package org.separatrix.labs.waterfilling;

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
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;

/** One simultaneous step of the laboratory: interference of everyone on everyone, and every user's water. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class FillingBenchmark {
    /** K x N. */
    @Param({"32x1024", "64x4096"})
    public String size;

    /** How many threads share a step. */
    @Param({"1", "2"})
    public int threads;

    private Experiment experiment;

    /** Opens a world in which nobody settles. */
    @Setup
    public void open() {
        var laboratory = new WaterFillingLaboratory();
        String[] sizes = size.split("x");
        experiment = laboratory.open(
                laboratory
                        .standard()
                        .withTexts(Map.of("seed", "1", "users", sizes[0], "tones", sizes[1], "alpha", "0.3")),
                Data.NONE,
                Compute.AUTO.onThreads(threads));
    }

    /** Closes it. */
    @TearDown
    public void close() {
        experiment.close();
    }

    /** A step of the laboratory. */
    @Benchmark
    public void simultaneousStep() {
        experiment.advance();
    }
}

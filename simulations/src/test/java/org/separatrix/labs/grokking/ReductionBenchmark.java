package org.separatrix.labs.grokking;

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
import org.separatrix.lab.Settings;

/** One step of the exact reduction at the laboratory's standard size, 100 dimensions and 550 samples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ReductionBenchmark {
    /** How many threads share a step. */
    @Param({"1", "2"})
    public int threads;

    /** What the samples are held in. */
    @Param({"double", "single"})
    public String precision;

    private Experiment experiment;

    /** Opens the network. */
    @Setup
    public void open() {
        GrokkingLaboratory laboratory = new GrokkingLaboratory();
        Settings settings = laboratory.standard().with("precision", precision);
        experiment = laboratory.open(settings, Data.NONE, Compute.AUTO.onThreads(threads));
    }

    /** Closes it. */
    @TearDown
    public void close() {
        experiment.close();
    }

    /** A step. */
    @Benchmark
    public void step() {
        experiment.advance();
    }
}

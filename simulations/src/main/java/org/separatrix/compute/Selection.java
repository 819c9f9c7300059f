package org.separatrix.compute;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.separatrix.lab.Compute;

/**
 * The kernels that a choice of arithmetic led to, and why. It belongs to one experiment and its thread, which closes
 * it.
 *
 * @param kernels the kernels, on the chosen number of threads
 * @param crew the threads that the kernels use, for loops of the experiment's own
 * @param kind what the kernels are: scalar or SIMD
 * @param description a few words for the status bar, as "SIMD 512-bit, 2 threads"
 * @param reason why these and not others, one sentence
 */
public record Selection(Kernels kernels, Crew crew, Compute.Kind kind, String description, String reason)
        implements AutoCloseable {
    private static final String MODULE = "jdk.incubator.vector";

    static Selection of(Compute compute) {
        return of(compute, ModuleLayer.boot().findModule(MODULE).isPresent());
    }

    static Selection of(Compute compute, boolean vectorModule) {
        return switch (compute.kind()) {
            case SCALAR -> scalar(compute, "Plain loops were asked for.");
            case AUTO, SIMD -> vectors(compute, vectorModule, "");
            case OPENCL -> vectors(compute, vectorModule, "There are no kernels for OpenCL devices yet. ");
        };
    }

    private static Selection vectors(Compute compute, boolean vectorModule, String before) {
        if (!vectorModule)
            return scalar(
                    compute,
                    before + "The module " + MODULE + " is not loaded: start Java with --add-modules " + MODULE + ".");
        // Only from here on may SimdKernels be touched.
        int lanes = SimdKernels.DOUBLES.length();
        if (lanes < 2) return scalar(compute, before + "This machine's vectors hold a single double.");
        return selection(
                compute,
                SimdKernels::new,
                Compute.Kind.SIMD,
                "SIMD " + SimdKernels.bits() + "-bit",
                before + "This machine's vectors hold " + lanes + " doubles.");
    }

    private static Selection scalar(Compute compute, String reason) {
        return selection(compute, ScalarKernels::new, Compute.Kind.SCALAR, "scalar", reason);
    }

    private static Selection selection(
            Compute compute, Supplier<Kernels> kernels, Compute.Kind kind, String name, String reason) {
        int threads = compute.threads();
        Kernels[] each = Stream.generate(kernels).limit(threads).toArray(Kernels[]::new);
        Workers workers = new Workers(threads);
        Kernels chosen = threads == 1 ? each[0] : new ParallelKernels(workers, each);
        String description = name + ", " + threads + (threads == 1 ? " thread" : " threads");
        return new Selection(chosen, new Crew(workers, List.of(each)), kind, description, reason);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        crew.workers().close();
    }
}

package org.separatrix.compute;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * The native library behind {@link LinearAlgebra}: loaded at the first call, and pinned to one thread, because its own
 * threads would split sums differently from one machine to the next.
 */
public final class OpenBlas {
    private static final String FAILURE = load();

    private OpenBlas() {}

    private static String load() {
        try {
            Loader.load(openblas.class);
            openblas.blas_set_num_threads(1);
            return null;
        } catch (LinkageError e) {
            return "linear algebra needs the native library OpenBLAS, which could not be loaded (" + e.getMessage()
                    + "); put the jar org.bytedeco:openblas for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + " on the class path";
        }
    }

    /** Makes sure that the library is there.
     *
     * @throws IllegalStateException where it could not be loaded: one sentence that says what would help
     */
    static void require() {
        if (FAILURE != null) throw new IllegalStateException(FAILURE);
    }

    /** Whether the library could be loaded. */
    public static boolean available() {
        return FAILURE == null;
    }

    /** The library's version and the processor it is tuned for, or why it could not be loaded. */
    public static String description() {
        return FAILURE == null
                ? "OpenBLAS " + text("openblas_get_corename") + ": " + text("openblas_get_config")
                : FAILURE;
    }

    @SuppressWarnings("restricted")
    private static String text(String function) {
        try {
            MemorySegment address =
                    MemorySegment.ofAddress(Loader.addressof(function).address());
            MemorySegment text = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(address, FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw new IllegalStateException(function + " could not be called", e);
        }
    }
}

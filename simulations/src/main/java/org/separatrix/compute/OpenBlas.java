package org.separatrix.compute;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * The native library behind {@link LinearAlgebra}: loaded at the first call, and kept to one thread, because its own
 * threads would split sums differently from one machine to the next.
 */
public final class OpenBlas {
    private static final String FAILURE;
    private static final MethodHandle SET_THREADS;

    static {
        String failure = null;
        MethodHandle setThreads = null;
        try {
            Loader.load(openblas.class);
            setThreads = function("openblas_set_num_threads", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        } catch (LinkageError e) {
            failure = "linear algebra needs the native library OpenBLAS, which could not be loaded (" + e.getMessage()
                    + "); put the jar org.bytedeco:openblas for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + " on the class path";
        }
        FAILURE = failure;
        SET_THREADS = setThreads;
    }

    private OpenBlas() {}

    /**
     * Makes sure, before a call, that the library is there and keeps to one thread: others in the same process share
     * it, and ND4J sets the number of threads at its first touch.
     *
     * @throws IllegalStateException where it could not be loaded: one sentence that says what would help
     */
    static void require() {
        if (FAILURE != null) throw new IllegalStateException(FAILURE);
        try {
            SET_THREADS.invokeExact(1);
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS could not be told to keep to one thread", e);
        }
    }

    /** Whether the library could be loaded. */
    public static boolean available() {
        return FAILURE == null;
    }

    /** The library's version and the processor it chose to be tuned for, or why it could not be loaded. */
    public static String description() {
        if (FAILURE != null) return FAILURE;
        try {
            return configuration();
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS could not be asked for its version", e);
        }
    }

    @SuppressWarnings("restricted")
    private static String configuration() throws Throwable {
        MethodHandle ask = function("openblas_get_config", FunctionDescriptor.of(ValueLayout.ADDRESS));
        MemorySegment text = (MemorySegment) ask.invokeExact();
        return text.reinterpret(Long.MAX_VALUE).getString(0).strip();
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type) {
        return Linker.nativeLinker()
                .downcallHandle(MemorySegment.ofAddress(Loader.addressof(name).address()), type);
    }
}

package org.separatrix.app.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What the program is connected to. */
public final class Terminal {
    private static final int STANDARD_ERROR = 2;

    private Terminal() {}

    /** Whether standard error goes to a terminal; {@code java.io.Console} only knows of the other two streams. */
    @SuppressWarnings("restricted")
    public static boolean isStandardError() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "_isatty" : "isatty";
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().find(name).orElse(MemorySegment.NULL);
        if (function.equals(MemorySegment.NULL)) return false;
        try {
            return (int) linker.downcallHandle(
                                    function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                            .invokeExact(STANDARD_ERROR)
                    != 0;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " could not be called", e);
        }
    }
}

package org.separatrix.lab;

import java.util.Locale;

/**
 * Where the arithmetic of an experiment is done. The result does not depend on the number of threads; it may depend on
 * the kind in the last bits, so a recipe records it.
 *
 * @param kind which kernels
 * @param device the device's number, for OpenCL
 * @param threads how many threads a data-parallel kernel may use
 */
public record Compute(Kind kind, int device, int threads) {
    /** Which kernels do the work. */
    public enum Kind {
        /** The best that this machine has. */
        AUTO,
        /** Plain loops: the specification of the others. */
        SCALAR,
        /** The processor's vector instructions. */
        SIMD,
        /** A device by OpenCL. */
        OPENCL
    }

    public Compute {
        if (device < 0) throw new IllegalArgumentException("no device has the number " + device);
        if (threads < 1) throw new IllegalArgumentException("no work is done by " + threads + " threads");
    }

    /** The best that this machine has, on one thread. */
    public static final Compute AUTO = new Compute(Kind.AUTO, 0, 1);

    /** Plain loops on one thread. */
    public static final Compute SCALAR = new Compute(Kind.SCALAR, 0, 1);

    /** Vector instructions on one thread. */
    public static final Compute SIMD = new Compute(Kind.SIMD, 0, 1);

    /**
     * The choice that a text spells: {@code auto}, {@code scalar}, {@code simd}, {@code opencl} or {@code opencl:N}.
     *
     * @throws InvalidSetting where it spells none
     */
    public static Compute parse(String text) {
        String[] parts = text.split(":", 2);
        try {
            Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            if (parts.length == 2 && kind != Kind.OPENCL) throw new IllegalArgumentException(text);
            return new Compute(kind, parts.length == 2 ? Integer.parseInt(parts[1]) : 0, 1);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting("compute=" + text + ": must be auto, scalar, simd, opencl or opencl:N");
        }
    }

    /** The same kernels on another number of threads. */
    public Compute onThreads(int count) {
        return new Compute(kind, device, count);
    }

    /** The text that spells the kind and the device. */
    public String text() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.OPENCL && device > 0 ? name + ":" + device : name;
    }
}

package org.separatrix.app.cli;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.OpenBlas;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;

/** The machine that the program runs on. */
final class Machine {
    private static final long MEGABYTE = 1 << 20;

    private Machine() {}

    /** All that the program needs or could use. */
    static List<Finding> examine() {
        return List.of(jdk(), window(), display(), text(), processor(), simd(), openBlas(), openCl(), memory());
    }

    private static Finding jdk() {
        return Finding.ok(
                "JDK",
                Runtime.version() + " of " + System.getProperty("java.vendor") + " in "
                        + System.getProperty("java.home"));
    }

    private static Finding window() {
        return ModuleLayer.boot()
                .findModule("javafx.controls")
                .map(module ->
                        Finding.ok("JavaFX", module.getDescriptor().rawVersion().orElse("of unknown version")))
                .orElse(Finding.missing(
                        "JavaFX",
                        "not among the modules",
                        "start the program by its script ./separatrix, which adds it"));
    }

    private static Finding display() {
        return Display.missing()
                .map(
                        why -> Finding.absent(
                                "display",
                                why,
                                "every command works without one; for the window, log in to a desktop or forward one by ssh -X"))
                .orElse(Finding.ok(
                        "display", Optional.ofNullable(System.getenv("DISPLAY")).orElse("there is one")));
    }

    private static Finding text() {
        try {
            new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("text", new FontRenderContext(null, true, true));
            return Finding.ok("text", "figures can be drawn");
        } catch (RuntimeException | Error e) {
            return Finding.missing(
                    "text",
                    "text cannot be drawn in figures (" + e.getMessage() + ")",
                    "install fontconfig and freetype, on Debian by apt install libfontconfig1 libfreetype6");
        }
    }

    private static Finding processor() {
        return Finding.ok(
                "processor",
                Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch") + ", "
                        + System.getProperty("os.name"));
    }

    private static Finding simd() {
        try (Selection best =
                Kernels.of(Compute.AUTO.onThreads(Runtime.getRuntime().availableProcessors()))) {
            return best.kind() == Compute.Kind.SIMD
                    ? Finding.ok("SIMD", best.description() + ". " + best.reason())
                    : Finding.absent("SIMD", best.description(), best.reason());
        }
    }

    private static Finding openBlas() {
        return OpenBlas.available()
                ? Finding.ok("OpenBLAS", OpenBlas.description())
                : Finding.missing("OpenBLAS", "not loaded", OpenBlas.description());
    }

    private static Finding openCl() {
        return Finding.absent("OpenCL", "this version calculates on the processor alone", "");
    }

    private static Finding memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Finding.ok(
                "memory",
                "up to %,d MB for the program, of %,d MB in the machine"
                        .formatted(
                                Runtime.getRuntime().maxMemory() / MEGABYTE, system.getTotalMemorySize() / MEGABYTE));
    }
}

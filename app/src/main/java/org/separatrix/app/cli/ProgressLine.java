package org.separatrix.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that tells how far long work has come, how fast it goes and how much time is left. Where there
 * is no terminal, nothing is written.
 */
final class ProgressLine {
    private static final long PERIOD = 100_000_000;
    private static final double SECOND = 1e9;

    private final PrintWriter err;
    private final BooleanSupplier terminal;
    private final LongSupplier clock;
    private Boolean shown;
    private String subject = "";
    private String unit = "";
    private long begun;
    private long next;
    private int width;

    /**
     * A line.
     *
     * @param terminal whether {@code err} is a terminal; asked once, when there is something to tell
     * @param clock the time in nanoseconds
     */
    ProgressLine(PrintWriter err, BooleanSupplier terminal, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Begins a run; short work shows nothing. */
    void begin(String name) {
        begin(name, "steps");
    }

    /** Begins a piece of work that is counted in some unit; short work shows nothing. */
    void begin(String name, String counted) {
        subject = name;
        unit = counted;
        begun = clock.getAsLong();
        next = begun + 3 * PERIOD;
    }

    /**
     * Tells how the work stands.
     *
     * @param done the part that is done, 0 to 1
     * @param count how many units are done
     * @param rate units a second, 0 where it is not known
     */
    void tell(double done, long count, double rate) {
        long now = clock.getAsLong();
        if (now - next < 0) return;
        next = now + PERIOD;
        if (shown == null) shown = terminal.getAsBoolean();
        if (!shown) return;
        double part = Math.clamp(done, 0, 1);
        double left = part > 0 ? (now - begun) / SECOND * (1 - part) / part : 0;
        write("%s  %3.0f %%  %,d %s%s%s"
                .formatted(
                        subject,
                        100 * part,
                        count,
                        unit,
                        rate > 0 ? String.format(Locale.ROOT, "  %,.0f %s/s", rate, unit) : "",
                        part > 0 ? "  " + clock(left) + " left" : ""));
    }

    /** Wipes the line: the work is done. */
    void end() {
        if (width == 0) return;
        write("");
        err.print('\r');
        err.flush();
        width = 0;
    }

    private void write(String text) {
        err.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = Math.max(width, text.length());
    }

    private static String clock(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 3600
                ? "%d:%02d".formatted(whole / 60, whole % 60)
                : "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60);
    }
}

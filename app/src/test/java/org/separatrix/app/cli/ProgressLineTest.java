package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter err = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(err), () -> terminal, clock::get);
    }

    @Test
    void tellsHowFarHowFastAndHowLong() {
        ProgressLine line = line(true);
        line.begin("bowl");
        clock.set(30 * SECOND);
        line.tell(0.25, 12_000, 400);

        assertThat(err.toString()).contains("bowl", "25 %", "12,000 steps", "400 steps/s", "1:30 left");
    }

    @Test
    void saysNothingWhereThereIsNoTerminal() {
        ProgressLine line = line(false);
        line.begin("bowl");
        clock.set(30 * SECOND);
        line.tell(0.25, 12_000, 400);
        line.end();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysNothingOfShortWork() {
        ProgressLine line = line(true);
        line.begin("bowl");
        clock.set(SECOND / 10);
        line.tell(0.5, 10, 100);
        line.end();

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void leavesAnEmptyLineBehind() {
        ProgressLine line = line(true);
        line.begin("bowl");
        clock.set(30 * SECOND);
        line.tell(0.25, 12_000, 400);
        line.end();

        String[] writes = err.toString().split("\r");
        assertThat(writes[writes.length - 1]).isBlank().hasSameSizeAs(writes[1]);
        assertThat(err.toString()).endsWith("\r");
    }
}

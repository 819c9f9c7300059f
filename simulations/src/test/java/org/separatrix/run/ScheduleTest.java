package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.separatrix.run.Schedule.Density;

class ScheduleTest {
    private static long recorded(long from, long to, Density least) {
        return LongStream.range(from, to)
                .filter(step -> Schedule.STANDARD.at(step).compareTo(least) >= 0)
                .count();
    }

    @Test
    void theBeginningIsRecordedInFull() {
        assertThat(recorded(0, 4097, Density.CURVES)).isEqualTo(4097);
        assertThat(recorded(0, 129, Density.DETAILED)).isEqualTo(129);
    }

    @Property(tries = 20)
    void everyLaterOctaveHasAsManyRecordedSteps(@ForAll @IntRange(min = 12, max = 20) int octave) {
        long begin = 1L << octave;
        assertThat(recorded(begin, 2 * begin, Density.CURVES)).isEqualTo(2048);
        assertThat(recorded(begin, 2 * begin, Density.DETAILED)).isEqualTo(64);
    }

    @Property
    void aCoarserScheduleRecordsNothingThatTheFinerDoesNot(@ForAll @LongRange(min = 0) long step) {
        if (Schedule.STANDARD.coarser().at(step) == Density.DETAILED)
            assertThat(Schedule.STANDARD.at(step)).isEqualTo(Density.DETAILED);
        assertThat(Schedule.STANDARD.coarser().at(step) == Density.NOTHING)
                .isEqualTo(Schedule.STANDARD.at(step) == Density.NOTHING);
    }
}

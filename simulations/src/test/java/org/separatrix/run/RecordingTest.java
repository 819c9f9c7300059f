package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

class RecordingTest {
    private final Counter counter = new Counter();

    /** The recording of the first steps, with a cap on the memory for details. */
    private Recording recorded(int steps, int size, long cap) {
        Settings settings = counter.standard().with(Counter.SIZE, (long) size);
        var recording = new Recording(counter, settings, cap);
        try (Experiment experiment = counter.open(settings, Data.NONE, Compute.SCALAR)) {
            for (long step = 0; step <= steps; step++) {
                if (step > 0) experiment.advance();
                Schedule.Density wanted = recording.wanted(step);
                if (wanted == Schedule.Density.NOTHING) continue;
                var out = new SnapshotBuilder(wanted == Schedule.Density.DETAILED);
                experiment.observe(out);
                recording.append(out.build(step, experiment.time(), Status.RUNNING), out.detailed());
            }
        }
        return recording;
    }

    @Test
    void rowsFollowTheScheduleAndGrowWithTheLogarithmOfTime() {
        Recording recording = recorded(100_000, 1, Long.MAX_VALUE);
        assertThat(recording.steps())
                .containsExactly(LongStream.rangeClosed(0, 100_000)
                        .filter(step -> Schedule.STANDARD.at(step) != Schedule.Density.NOTHING)
                        .toArray());
        assertThat(recording.size()).isLessThan(4096 + 5 * 2048);
        assertThat(recording.details()).hasSizeLessThan(128 + 10 * 64);
        assertThat(recording.times()).hasSameSizeAs(recording.steps()).isSorted();
        assertThat(recording.thinning())
                .isEqualTo("curves at " + recording.size() + " of 100001 steps, everything else at "
                        + recording.details().size() + " (64 an octave)");
    }

    @Test
    void seriesAreReadByTheirKeysAndFromAnyRowOn() {
        Recording recording = recorded(1000, 1, Long.MAX_VALUE);
        double[] sum = recording.simulated("sum", "sum");
        double expected = 0;
        for (int i = 1; i <= 1000; i++) expected += Math.sin(i);
        assertThat(sum[1000]).isEqualTo(expected);
        assertThat(recording.theory("sum", "sum")).isEqualTo(recording.times());
        assertThat(recording.theory("sum", "gain")).hasSize(1001).containsOnly(Double.NaN);
        assertThat(recording.simulated("sum", "sum", 990)).isEqualTo(Arrays.copyOfRange(sum, 990, 1001));
        assertThat(recording.times(5000)).isEmpty();
        assertThatThrownBy(() -> recording.simulated("sum", "som")).hasMessage("no curve is called sum/som");
    }

    @Test
    void aMomentIsFoundByItsTime() {
        Recording recording = recorded(300, 1, Long.MAX_VALUE);
        assertThat(recording.indexAt(1.234)).isEqualTo(123);
        assertThat(recording.indexAt(1.23)).isEqualTo(123);
        assertThat(recording.indexAt(-1)).isEqualTo(-1);
        assertThat(recording.indexAt(99)).isEqualTo(300);
        assertThat(recording.at(-1)).isEmpty();
        assertThat(recording.at(0).map(Snapshot::step)).contains(0L);
        assertThat(recording.at(1.999).map(Snapshot::step)).contains(198L);
        assertThat(recording.at(99)).contains(recording.last());
    }

    @Test
    void detailsStayBelowTheCapAndKeepTheFirstAndTheLast() {
        long cap = 1 << 20;
        Recording recording = recorded(20_000, 1000, cap);
        long held = recording.details().stream().mapToLong(Footprint::of).sum();
        assertThat(held).isBetween(cap / 4, cap);
        assertThat(recording.details().getFirst().step()).isZero();
        assertThat(recording.last().step()).isEqualTo(16_384);
        assertThat(recording.details().stream().map(Snapshot::step)).isSorted().doesNotHaveDuplicates();
        assertThat(recording.thinning()).endsWith(" (4 an octave)");
    }

    @Test
    void whatTheCapLeavesIsSpacedAsIfItHadBeenRecordedSo() {
        Recording thinned = recorded(20_000, 1000, 1 << 20);
        var grid = new Schedule(2048, 4);
        assertThat(thinned.details()).allMatch(snapshot -> grid.at(snapshot.step()) == Schedule.Density.DETAILED);
    }

    @Test
    void anotherMomentOfTheSameStepAddsItsDetailsAndNoRow() {
        Recording recording = recorded(129, 1, Long.MAX_VALUE);
        assertThat(recording.detailedAt(129)).isFalse();
        var out = new SnapshotBuilder(true);
        recording.append(out.build(129, 1.29, Status.RUNNING), true);
        assertThat(recording.detailedAt(129)).isTrue();
        assertThat(recording.size()).isEqualTo(130);
        recording.append(new SnapshotBuilder(true).build(130, 1.3, Status.RUNNING), true);
        assertThat(recording.details().stream().map(Snapshot::step))
                .doesNotContain(129L)
                .endsWith(128L, 130L);
    }

    @Test
    void valuesThatAreNotAsDeclaredAreRefused() {
        var recording = new Recording(counter, counter.standard());
        var out = new SnapshotBuilder(false);
        out.put(Counter.SUM, new Curves.Values(new double[1], new double[1]));
        Snapshot wrong = out.build(0, 0, Status.RUNNING);
        assertThatThrownBy(() -> recording.append(wrong, false))
                .hasMessage("sum has 2 series, but 1 values were observed");
    }

    @Test
    void standardErrorsAreKeptFromTheFirstRowOnThatHasOne() {
        var recording = new Recording(counter, counter.standard());
        long bare = recording.bytes();
        for (int step = 0; step < 600; step++) {
            double error = step < 2 ? Double.NaN : step;
            var out = new SnapshotBuilder(false);
            out.put(Counter.SUM, new Curves.Values(new double[2], new double[2], new double[] {error, Double.NaN}));
            recording.append(out.build(step, step, Status.RUNNING), false);
            assertThat(recording.hasSpread("sum", "sum")).isEqualTo(step >= 2);
        }

        assertThat(recording.spread("sum", "sum", 0))
                .startsWith(Double.NaN, Double.NaN, 2, 3)
                .endsWith(599);
        assertThat(recording.hasSpread("sum", "gain")).isFalse();
        assertThat(recording.spread("sum", "gain", 598)).containsExactly(Double.NaN, Double.NaN);
        assertThat(recording.bytes()).isGreaterThan(bare);
    }

    @Test
    void eventsAreThoseOfTheLatestRow() {
        assertThat(recorded(9, 1, Long.MAX_VALUE).events()).isEmpty();
        assertThat(recorded(11, 1, Long.MAX_VALUE).events())
                .extracting(event -> event.key())
                .isEqualTo(List.of("tenth"));
    }
}

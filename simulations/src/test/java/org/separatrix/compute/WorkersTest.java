package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyPartIsDoneOnceARound(int threads) {
        try (Workers workers = new Workers(threads)) {
            int[] done = new int[threads];
            for (int round = 1; round <= 2000; round++) {
                workers.run((part, parts) -> {
                    assertThat(parts).isEqualTo(threads);
                    done[part]++;
                });
                assertThat(done).containsOnly(round);
            }
        }
    }

    @Property
    void theRowsOfATriangleGoInPartsOfAboutEqualAreas(
            @ForAll @IntRange(min = 1, max = 500) int n, @ForAll @IntRange(min = 1, max = 8) int parts) {
        assertThat(Workers.triangularBound(0, parts, n, 8)).isZero();
        assertThat(Workers.triangularBound(parts, parts, n, 8)).isEqualTo(n);
        for (int part = 0; part < parts; part++) {
            int from = Workers.triangularBound(part, parts, n, 8);
            int to = Workers.triangularBound(part + 1, parts, n, 8);
            assertThat(from).isBetween(0, to);
            double area = to * to / 2. - from * from / 2.;
            assertThat(area).isLessThanOrEqualTo(n * n / 2. / parts + 8 * n);
        }
    }

    @Test
    void aSleepingWorkerIsWoken() {
        try (Workers workers = new Workers(2)) {
            int[] done = new int[2];
            for (int round = 1; round <= 5; round++) {
                awaitSleep();
                workers.run((part, parts) -> done[part]++);
                assertThat(done).containsOnly(round);
            }
        }
    }

    @Test
    void oneThreadIsTheCallersOwn() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = new Workers(1)) {
            workers.run((part, parts) -> threads.add(Thread.currentThread()));
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void closingLeavesNoThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Workers workers = new Workers(3);
        workers.run((part, parts) -> threads.add(Thread.currentThread()));
        assertThat(threads).hasSize(3);
        workers.close();
        workers.close();
        threads.remove(Thread.currentThread());
        assertThat(threads).noneMatch(Thread::isAlive).allMatch(Thread::isDaemon);
        assertThatIllegalStateException().isThrownBy(() -> workers.run((part, parts) -> {}));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatAPartThrowsReachesTheCallerAndTheWorkersGoOn(int failing) {
        try (Workers workers = new Workers(2)) {
            int[] done = new int[2];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> workers.run((part, parts) -> {
                        done[part]++;
                        if (part == failing) throw new IllegalArgumentException("part " + part);
                    }))
                    .withMessage("part " + failing);
            workers.run((part, parts) -> done[part]++);
            assertThat(done).containsOnly(2);
        }
    }

    @Test
    void aFailureOfEveryPartIsToldOnce() {
        try (Workers workers = new Workers(2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> workers.run((part, parts) -> {
                        throw new IllegalArgumentException("part " + part);
                    }))
                    .withMessage("part 0");
            assertThatNoException().isThrownBy(() -> workers.run((part, parts) -> {}));
        }
    }

    @Test
    void aTaskCannotHireItsOwnWorkers() {
        try (Workers workers = new Workers(2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> workers.run((part, parts) -> workers.run((p, ps) -> {})));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Workers(0));
    }

    @Property
    void partsCoverARangeInOrder(
            @ForAll @IntRange(min = 1, max = 9) int parts,
            @ForAll @IntRange(max = 1000) int n,
            @ForAll @IntRange(min = 1, max = 40) int grain) {
        assertThat(Workers.bound(0, parts, n, grain)).isZero();
        assertThat(Workers.bound(parts, parts, n, grain)).isEqualTo(n);
        for (int part = 0; part < parts; part++) {
            int from = Workers.bound(part, parts, n, grain);
            int to = Workers.bound(part + 1, parts, n, grain);
            assertThat(to).isGreaterThanOrEqualTo(from);
            assertThat(to - from).isLessThanOrEqualTo(grain * Math.ceilDiv(Math.ceilDiv(n, grain), parts));
            assertThat(from == n || from % grain == 0).isTrue();
        }
    }

    private static void awaitSleep() {
        Set<Thread> workers = Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("compute-"))
                .collect(Collectors.toSet());
        assertThat(workers).isNotEmpty();
        for (Thread worker : workers)
            while (Arrays.stream(worker.getStackTrace())
                    .noneMatch(frame -> frame.getClassName().equals(LockSupport.class.getName()))) Thread.onSpinWait();
    }
}

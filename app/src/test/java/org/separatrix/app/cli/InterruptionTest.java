package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class InterruptionTest {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCTellsTheWorkToStopAndLeavesTheProgramAlive() throws IOException, InterruptedException {
        var told = new CountDownLatch(1);
        try (var interruption = new Interruption(told::countDown)) {
            assertThat(interruption.asked()).isFalse();

            long self = ProcessHandle.current().pid();
            new ProcessBuilder("kill", "-INT", Long.toString(self)).inheritIO().start();

            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(interruption.asked()).isTrue();
        }
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class WatchdogTest {
    private Watchdog watchdog;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        watchdog = fx(Watchdog::new);
    }

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void whatHoldsTheThreadIsMeasuredAndNamed() throws Exception {
        await(() -> watchdog.waits().count() > 0);

        Platform.runLater(WatchdogTest::hold);

        eventually(() -> {
            assertThat(watchdog.waits().longest()).isGreaterThan(100);
            assertThat(watchdog.culprit()).contains("WatchdogTest.hold");
        });
    }

    private static void hold() {
        try {
            // Nobody counts down: this is how the thread is kept.
            assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Settings;
import org.separatrix.run.Run;

@Timeout(30)
class RunsTest {
    private final AtomicInteger experiments = new AtomicInteger();
    private final Laboratory bowl = counted(Laboratory.find("bowl"));
    private final Settings usual = bowl.standard();
    private final Runs runs = new Runs(Compute.SCALAR);

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void aRunThatWasPreparedIsTheOneThatIsOpened() {
        runs.prepare(bowl, usual);
        awaitSettingUp(runs.open(bowl, usual));

        assertThat(experiments).hasValue(1);
    }

    @Test
    void aRunThatWasPreparedIsOpenedOnce() {
        runs.prepare(bowl, usual);
        Run first = runs.open(bowl, usual);
        Run second = runs.open(bowl, usual);
        awaitSettingUp(first);
        awaitSettingUp(second);

        assertThat(first).isNotSameAs(second);
        assertThat(experiments).hasValue(2);
    }

    @Test
    void whatIsOpenedHasTheSettingsAskedForWhateverWasPrepared() {
        Settings other = usual.with("kappa", "3");
        runs.prepare(bowl, usual);
        Run run = runs.open(bowl, other);
        awaitSettingUp(run);

        assertThat(run.settings()).isEqualTo(other);
    }

    private static void awaitSettingUp(Run run) {
        while (run.progress().newest().isEmpty()) Thread.onSpinWait();
    }

    /** A laboratory that counts the experiments it opens. */
    private Laboratory counted(Laboratory laboratory) {
        return (Laboratory) Proxy.newProxyInstance(
                Laboratory.class.getClassLoader(), new Class<?>[] {Laboratory.class}, (_, method, arguments) -> {
                    if (method.getName().equals("open")) experiments.incrementAndGet();
                    try {
                        return method.invoke(laboratory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

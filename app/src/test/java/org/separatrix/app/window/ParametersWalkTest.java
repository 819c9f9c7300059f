package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Parameter;
import org.separatrix.run.Recording;

/** The parameters of a laboratory that has every kind of them, in one window. */
class ParametersWalkTest {
    private static final Laboratory LABORATORY = Laboratory.find("water-filling");
    private static OpenWindow window;

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.onWaterFilling();
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @BeforeEach
    void open() throws Exception {
        window.open(LABORATORY, "calm");
    }

    @Test
    void everyParameterIsMarkedLiveOrRestarts() {
        for (Parameter<?> parameter : LABORATORY.parameters())
            assertThat(window.labels("#parameter-" + parameter.key()))
                    .contains(parameter.live() ? "live" : "restarts")
                    .doesNotContain(parameter.live() ? "restarts" : "live");
    }

    @Test
    void aParameterTellsItsUnitItsDomainAndItsDefault() {
        assertThat(window.labels("#parameter-snr_db")).contains("signal to noise, dB");

        window.focus("field-snr_db");
        window.press(KeyCode.F1);
        eventually(() -> assertThat(window.labels("#help-card"))
                .contains("SNR, signal to noise")
                .contains("snr_db: a number from -20 to 60 dB")
                .contains("default 10 dB (double click)")
                .contains("acts on the running system"));
        window.press(KeyCode.ESCAPE);

        window.robot().moveTo("#parameter-users .parameter-name");
        window.press(KeyCode.F1);
        eventually(() -> assertThat(window.labels("#help-card"))
                .contains("K, users")
                .contains("users: a whole number from 1 to 64")
                .anyMatch(line -> line.startsWith("restarts the run")));
        window.press(KeyCode.ESCAPE);
    }

    @Test
    void aNumberIsTypedInPowersOfTenOrWithItsUnit() {
        type("alpha", "1e-2");
        eventually(() -> assertThat(value("alpha")).isEqualTo("0.01"));

        type("snr_db", "12.5 dB");
        eventually(() -> assertThat(value("snr_db")).isEqualTo("12.5"));
        eventually(() -> assertThat(field("snr_db").getText()).isEqualTo("12.5"));
    }

    @Test
    void theArrowKeysTurnTheSliderAndTheField() {
        window.focus("slider-users");
        window.press(KeyCode.RIGHT);
        eventually(() -> assertThat(value("users")).isEqualTo("4"));

        window.focus("slider-alpha");
        window.press(KeyCode.RIGHT);
        eventually(() -> assertThat(number("alpha")).isGreaterThan(0.07));

        window.focus("field-snr_db");
        window.press(KeyCode.DOWN);
        eventually(() -> assertThat(number("snr_db")).isLessThan(10));
    }

    @Test
    void theWheelTurnsTheSliderThatHasTheKeyboard() {
        window.focus("slider-alpha");
        Screen.roll(window.node("slider-users", Slider.class), 40);
        Screen.roll(window.node("slider-alpha", Slider.class), 40);

        eventually(() -> assertThat(number("alpha")).isGreaterThan(0.07));
        assertThat(fx(() -> value("users"))).isEqualTo("3");
    }

    @Test
    void aDoubleClickOnTheNameBringsTheDefault() {
        window.robot().doubleClickOn("#parameter-alpha .parameter-name");

        eventually(() -> assertThat(value("alpha")).isEqualTo("0.1"));
    }

    @Test
    void choicesSwitchesAndTheSeedAreTurnedByKeys() {
        focus("#parameter-layout .combo-box");
        window.press(KeyCode.DOWN);
        eventually(() -> assertThat(value("layout")).isEqualTo("square"));

        focus("#parameter-symmetric .switch");
        window.press(KeyCode.SPACE);
        eventually(() -> assertThat(value("symmetric")).isEqualTo("on"));

        String seed = fx(() -> value("seed"));
        window.focus("dice");
        for (int throwing = 0; throwing < 3 && fx(() -> value("seed")).equals(seed); throwing++)
            window.press(KeyCode.SPACE);
        eventually(() -> assertThat(value("seed")).isNotEqualTo(seed));
    }

    @Test
    void whatIsSoughtIsFoundThoughItDoesNotApplyAndSaysWhy() {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.robot().write("path loss");
        eventually(() -> assertThat(seen("#field-gamma")).isTrue());
        eventually(() -> assertThat(seen("#field-alpha")).isFalse());
        assertThat(fx(() -> field("gamma").isDisabled())).isTrue();
        assertThat(window.labels("#parameter-gamma"))
                .contains("only when channel is Rayleigh fading and when layout is scattered in a square");

        fx(() -> {
            window.bench().settings(window.bench().settings().get().with("layout", "square"), false);
            return true;
        });
        eventually(() -> assertThat(field("gamma").isDisabled()).isFalse());

        window.press(KeyCode.ESCAPE);
        eventually(() -> assertThat(seen("#field-alpha")).isTrue());
    }

    @Test
    void aGroupIsFoldedByKey() {
        Node heading = fx(() -> window.scene().lookup(".section-heading"));
        fx(() -> {
            heading.requestFocus();
            return true;
        });
        window.press(KeyCode.SPACE);
        eventually(() -> assertThat(seen("#field-users")).isFalse());

        window.press(KeyCode.SPACE);
        eventually(() -> assertThat(seen("#field-users")).isTrue());
    }

    @Test
    void whileTheHandDragsTheLatestValueWinsAndTheGhostIsTheRunBefore() throws Exception {
        fx(() -> {
            window.bench().toggle();
            return true;
        });
        window.awaitSteps(5);
        Recording before = fx(() -> window.bench().progress().recording());
        Slider slider = window.node("slider-users", Slider.class);

        window.robot().drag(fx(() -> slider.lookup(".thumb")));
        for (double place : List.of(0.5, 0.2, 0.6, 0.3)) window.robot().moveTo(Screen.place(slider, place));
        window.robot().drop();

        String last = fx(() -> value("users"));
        assertThat(Long.parseLong(last)).isBetween(16L, 24L);
        await(() -> window.bench()
                .progress()
                .settings()
                .equals(window.bench().settings().get()));
        eventually(() -> assertThat(field("users").getText()).isEqualTo(last));
        eventually(() -> assertThat(window.bench().tracks())
                .hasSize(2)
                .last()
                .satisfies(ghost -> assertThat(ghost.recording()).isSameAs(before)));
    }

    private static void type(String parameter, String text) {
        window.focus("field-" + parameter);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.robot().write(text);
        window.press(KeyCode.ENTER);
    }

    private static void focus(String selector) {
        fx(() -> {
            window.scene().lookup(selector).requestFocus();
            return true;
        });
    }

    private static String value(String parameter) {
        return window.bench().settings().get().texts().get(parameter);
    }

    private static double number(String parameter) {
        return Double.parseDouble(value(parameter));
    }

    private static TextField field(String parameter) {
        return (TextField) window.scene().lookup("#field-" + parameter);
    }

    private static boolean seen(String selector) {
        return Screen.seen(window.scene().lookup(selector));
    }
}

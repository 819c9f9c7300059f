package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @Test
    void anUnknownCommandIsToldWithTheNearestOne() {
        Session session = Session.of("tourr");

        assertThat(session.code()).isEqualTo(2);
        assertThat(session.complaints())
                .containsExactly("separatrix: there is no command called tourr: did you mean tour?");
    }

    @Test
    void anUnknownOptionIsToldWithTheNearestOne() {
        Session session = Session.of("run", "bowl", "--prest", "edge");

        assertThat(session.code()).isEqualTo(2);
        assertThat(session.complaints())
                .containsExactly("separatrix: there is no option called --prest: did you mean --preset?");
    }

    @Test
    void anUnknownLaboratoryIsToldWithTheNearestOne() {
        Session session = Session.of("describe", "bowll");

        assertThat(session.code()).isEqualTo(2);
        assertThat(session.complaints())
                .containsExactly("separatrix: there is no laboratory called bowll: did you mean bowl?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tour", "list", "describe", "run", "bench", "doctor", "completion"})
    void everyCommandShowsItsHelp(String command) {
        Session session = Session.of(command, "--help");

        assertThat(session.code()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out())
                .contains("separatrix " + command)
                .contains("--help")
                .doesNotContain("--debug");
    }

    @Test
    void theProgramsHelpNamesEveryCommand() {
        assertThat(Session.of("--help").out())
                .contains("tour", "list", "describe", "run", "bench", "doctor", "completion");
    }

    @Test
    void theCompletionScriptKnowsCommandsAndLaboratories() {
        assertThat(Session.of("completion").out()).contains("describe", "bowl", "--preset");
    }

    @Test
    void insistingOnAWindowWithoutADisplayIsAnError() {
        Session session = Session.of("--window");

        assertThat(session.code()).isEqualTo(3);
        assertThat(session.complaints()).containsExactly("separatrix: there is no display");
    }

    @Test
    void anErrorInsideTheProgramIsOneLineWithoutATrace() {
        Session session = Session.of(
                () -> {
                    throw new IllegalStateException("first line\nsecond line");
                },
                false);

        assertThat(session.code()).isEqualTo(1);
        assertThat(session.complaints()).singleElement().asString().contains("first line second line");
    }

    @Test
    void debuggingShowsTheTrace() {
        Session session = Session.of(
                () -> {
                    throw new IllegalStateException("broken");
                },
                false,
                "--debug");

        assertThat(session.complaints()).hasSizeGreaterThan(1);
    }
}

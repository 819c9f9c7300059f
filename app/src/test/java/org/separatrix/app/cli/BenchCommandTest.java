package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    @Test
    void everyPresetOfALaboratoryIsRunForAMoment() {
        Session session = Session.of("bench", "bowl", "--seconds", "0.05", "--json");

        assertThat(session.code()).isZero();
        JsonNode workloads = session.json().get("workloads");
        assertThat(workloads).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("laboratory").asText()).isEqualTo("bowl");
            assertThat(each.get("steps").asLong()).isPositive();
            assertThat(each.get("stepsPerSecond").asDouble()).isPositive();
        });
    }

    @Test
    void whatTheWindowMeasuresIsATable() {
        Session session = Session.of("bench", "bowl", "--window", "--seconds", "1");

        assertThat(session.code()).isZero();
        assertThat(session.out().lines().filter(line -> !line.isBlank()).toList())
                .satisfiesExactly(
                        unit -> assertThat(unit).isEqualTo("Times in milliseconds."),
                        heading -> assertThat(heading).contains("median", "99 %", "pause", "start"),
                        row -> assertThat(row).contains("bowl", "standard", "16.7", "17.5", "12.0", "400.0"),
                        heading -> assertThat(heading).isEqualTo("Found in its longest pause"),
                        place -> assertThat(place).contains("bowl standard: Somewhere.slow:7"));
    }

    @Test
    void noTimeAtAllIsRefused() {
        Session session = Session.of("bench", "bowl", "--seconds", "0");

        assertThat(session.code()).isEqualTo(2);
        assertThat(session.complaints()).containsExactly("separatrix: seconds=0.0: must be above 0");
    }
}

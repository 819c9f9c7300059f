package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DoctorTest {
    @Test
    void everyFindingSaysWhatIsThere() {
        JsonNode findings = Session.of("doctor", "--json").json().at("/findings");

        assertThat(findings.findValuesAsText("subject"))
                .containsExactly(
                        "JDK", "JavaFX", "display", "text", "processor", "SIMD", "OpenBLAS", "OpenCL", "memory");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.at("/state").asText()).isIn("ok", "absent", "missing");
            assertThat(finding.at("/found").asText()).isNotBlank();
        });
    }

    @Test
    void whatIsMissingComesWithAdvice() {
        JsonNode findings = Session.of("doctor", "--json").json().at("/findings");

        assertThat(findings)
                .filteredOn(finding -> finding.at("/state").asText().equals("missing"))
                .allSatisfy(
                        finding -> assertThat(finding.at("/advice").asText()).isNotBlank());
    }

    @Test
    void thePageHoldsTheSameFindings() {
        String page = Session.of("doctor").out();

        assertThat(page).contains(Runtime.version().toString()).contains("OpenBLAS", "SIMD", "memory");
    }
}

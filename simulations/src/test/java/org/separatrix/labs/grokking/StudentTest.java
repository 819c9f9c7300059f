package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.Recorded;

/** The trainable two-layer network and its teacher. */
class StudentTest {
    private final GrokkingLaboratory laboratory = new GrokkingLaboratory();

    @Test
    @Tag("long")
    void aStudentWithDecayGroksAndAStudentWithoutDoesNot() {
        Settings settings = laboratory.settings(laboratory.preset("student"));
        Recorded decaying = Runs.of(settings, Data.NONE, 10000, step -> false);
        assertThat(decaying.event("fitted") / 4).isBetween(10.0, 70.0);
        assertThat(decaying.event("grokked") / 4).isBetween(1085.0, 10000.0);
        Recorded lasting = Runs.of(settings.with("wd", "0"), Data.NONE, 4000, step -> false);
        assertThat(lasting.at(4000, "train_over_ref")).isLessThan(1e-8);
        assertThat(lasting.at(4000, "test_over_ref")).isBetween(.12, .3);
    }

    @Test
    void aStudentOfSmallOutputScaleUnderstandsAtOnce() {
        Settings settings = laboratory.settings(laboratory.preset("student"));
        Recorded rich = Runs.of(settings.with("alpha", "1"), Data.NONE, 60, step -> false);
        assertThat(rich.event("grokked") / 4).isBetween(7.0, 34.0);
    }

    @Test
    void aStudentOfTheQuadraticTeacherIsTheDirectSimulation() {
        Settings settings = laboratory
                .standard()
                .withTexts(Map.ofEntries(
                        Map.entry("system", "student"),
                        Map.entry("act", "quadratic"),
                        Map.entry("task", "square"),
                        Map.entry("readout", "off"),
                        Map.entry("start", "plain"),
                        Map.entry("d", "12"),
                        Map.entry("samples", "50"),
                        Map.entry("width", "20"),
                        Map.entry("eta0", "1"),
                        Map.entry("centred", "on")));
        double[] ones = new double[20];
        Arrays.fill(ones, 1);
        Data readout = new Data(Map.of("a0", Array.vector(ones)), "ones");
        Recorded student = Runs.of(settings, readout, 50, step -> false);
        Recorded network = Runs.of(settings.with("system", "quadratic"), Data.NONE, 50, step -> false);
        // The student's test loss is a mean over a sample, and relative to that of answering zero on it.
        assertThat(student.at(50, "test_over_ref")).isCloseTo(network.at(50, "test") / .75, within(.1));
        assertThat(student.at(50, "rms_w")).isCloseTo(Math.sqrt(network.at(50, "trM") / 12), within(1e-12));
    }
}

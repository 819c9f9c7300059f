package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;

class QuadraticTaskTest {
    @ParameterizedTest
    @CsvSource({"7, 20", "12, 12", "9, 4"})
    void itsFrameChangesNoProductAndLeavesTheInputsInEchelonForm(int d, int p) {
        Matrix inputs = QuadraticTask.gaussian(1, "inputs", d, p);
        Matrix teacher = QuadraticTask.gaussian(2, "teacher", 1, d);
        Matrix neurons = QuadraticTask.gaussian(3, "weights", 5, d);
        Settings settings = new GrokkingLaboratory()
                .standard()
                .withTexts(Map.of("d", "" + d, "samples", "" + p, "width", "5", "infinite", "off"));

        QuadraticTask task = QuadraticTask.of(settings, data(inputs, teacher, neurons));
        Matrix turned = task.problem().inputs();
        for (int i = 0; i < d; i++)
            for (int mu = 0; mu < Math.min(i, p); mu++)
                assertThat(turned.get(i, mu)).isZero();
        Matrix turnedTeacher = Matrix.of(1, d, task.problem().teacher());
        same(turned.transposedTimes(turned), inputs.transposedTimes(inputs));
        same(turnedTeacher.times(turned), teacher.times(inputs));
        same(task.weights().times(turned), neurons.times(inputs));
        same(task.weights().timesTransposed(turnedTeacher), neurons.timesTransposed(teacher));
        same(task.weights().timesTransposed(task.weights()), neurons.timesTransposed(neurons));

        QuadraticTask again = QuadraticTask.of(settings, data(turned, turnedTeacher, task.weights()));
        assertThat(again.problem().inputs()).isEqualTo(turned);
        assertThat(again.weights()).isEqualTo(task.weights());
    }

    private static Data data(Matrix inputs, Matrix teacher, Matrix neurons) {
        return new Data(
                Map.of(
                        "X", Array.matrix(inputs.rows(), inputs.columns(), inputs.values()),
                        "beta", Array.vector(teacher.values()),
                        "W0", Array.matrix(neurons.rows(), neurons.columns(), neurons.values())),
                "");
    }

    private static void same(Matrix actual, Matrix expected) {
        assertThat(actual.values()).containsExactly(expected.values(), within(1e-12));
    }
}

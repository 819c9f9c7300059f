package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.Matrix;

class LinearStudentTest {
    private final Matrix x = Reference.matrix("student/X.csv");
    private final double[] y = Reference.vector("student/y.csv");
    private final double[] teacher = Reference.vector("student/w_teacher.csv");
    private final double[] start = Reference.vector("student/w_0.csv");
    private final LinearStudent student = new LinearStudent(x, y, start);
    private final NoisyTeacher theory = new NoisyTeacher(1.2, 1, .2, .04);

    private static void assertCheck(String name, double value) {
        Reference.Check check = Reference.check("student", name);
        assertThat(value).as(name).isCloseTo(check.value(), within(check.tolerance()));
    }

    @Test
    void followsEveryRowOfTheFlow() {
        Reference.Table table = Reference.table("student/flow.csv");
        SpectralMeasure bulk = new MarchenkoPastur(1.2).measure(20_000);
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < table.rows().length; row++) {
            SpectralFilter flow = SpectralFilter.flow(table.at(row, "t"));
            double test = student.test(flow, teacher, .2);
            least = Math.min(least, test);
            assertThat(student.train(flow)).isCloseTo(table.at(row, "train"), within(1e-9));
            assertThat(test).isCloseTo(table.at(row, "test"), within(1e-9));
            assertThat(theory.test(student.inputs(), flow)).isCloseTo(table.at(row, "test_given_X"), within(1e-9));
            assertThat(theory.train(bulk, flow)).isCloseTo(table.at(row, "train_theory"), within(1e-9));
            assertThat(theory.test(bulk, flow)).isCloseTo(table.at(row, "test_theory"), within(1e-9));
        }
        assertCheck("test_min", least);
        SpectralFilter last = SpectralFilter.flow(1000);
        assertCheck("test_final", student.test(last, teacher, .2));
        assertCheck("train_final", student.train(last));
        assertCheck("theory_test_final", theory.test(bulk, last));
    }

    @Test
    void descendsThroughEveryRowOfTheReference() {
        Reference.Table table = Reference.table("student/gd.csv");
        for (int row = 0; row < table.rows().length; row++) {
            SpectralFilter descent = SpectralFilter.descent(.25, (long) table.at(row, "step"));
            assertThat(student.train(descent)).isCloseTo(table.at(row, "train"), within(1e-9));
            assertThat(student.test(descent, teacher, .2)).isCloseTo(table.at(row, "test"), within(1e-9));
            assertThat(theory.test(student.inputs(), descent)).isCloseTo(table.at(row, "test_given_X"), within(1e-9));
        }
        assertCheck("gd_test_last", student.test(SpectralFilter.descent(.25, 4000), teacher, .2));
    }

    @Test
    void takesTheStepsOfGradientDescent() {
        Matrix w = Matrix.of(60, 1, start.clone());
        for (int step = 0; step < 50; step++) {
            Matrix error = Matrix.of(72, 1, y.clone()).minus(x.transposedTimes(w));
            w = w.plus(x.times(error).scaled(.25 / 72));
        }
        assertThat(student.weights(SpectralFilter.descent(.25, 50))).containsExactly(w.values(), within(1e-13));
    }

    @Test
    void fitsFewSamplesPerfectlyAndKeepsTheRestOfItsStart() {
        Matrix few = x.block(0, 60, 0, 40);
        LinearStudent free = new LinearStudent(few, Arrays.copyOf(y, 40), start);
        SpectralFilter end = SpectralFilter.flow(1e6);
        assertThat(free.train(end)).isLessThan(1e-20);
        assertThat(free.inputs().rank()).isCloseTo(2. / 3, within(1e-14));
        double[] moved = free.weights(end);
        for (int i = 0; i < 60; i++) moved[i] -= start[i];
        // What was learned lies in the span of the samples: orthogonal to a direction that no sample has.
        Matrix w = Matrix.of(60, 1, moved);
        LinearStudent onlyMoved = new LinearStudent(few, new double[40], moved);
        assertThat(Matrix.of(60, 1, onlyMoved.weights(end)).frobenius()).isLessThan(1e-10 * w.frobenius());
        assertThatThrownBy(() -> new LinearStudent(few, y, start)).hasMessageContaining("72 answers");
    }
}

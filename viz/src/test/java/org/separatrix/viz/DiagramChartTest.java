package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.run.Outcome;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepPlan;

class DiagramChartTest {
    private static final Laboratory BOWL = Laboratory.find("bowl");
    private static final PhaseDiagram STABILITY = BOWL.diagram("stability");

    private static Sweep sweep(GridAxis x, GridAxis y) {
        SweepPlan plan = SweepPlan.of(BOWL, STABILITY, Compute.SCALAR);
        return new Sweep(new SweepPlan(BOWL, plan.recipe(), plan.data(), x, y, plan.metric(), 3, 0, plan.stop()));
    }

    private static Sweep sweep() {
        return sweep(STABILITY.x(), STABILITY.y());
    }

    private static Outcome value(double value) {
        return new Outcome(new Judgement.Value(value), 1, 1);
    }

    private static Outcome missing(String why) {
        return new Outcome(new Judgement.Missing(why), 1, 1);
    }

    private static DiagramChart chart(Sweep sweep) {
        return DiagramChart.of(sweep.map(), STABILITY, Look.of(Theme.LIGHT));
    }

    private static Plane draw(DiagramChart chart, BufferedImage image) {
        return chart.draw(image.createGraphics(), image.getWidth(), image.getHeight())
                .orElseThrow()
                .plane();
    }

    /** What is read at a point of the grid, label and value of each. */
    private static List<String> read(Sweep sweep, int column, int row) {
        Plane plane = draw(chart(sweep), new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB));
        Optional<Probe> probe =
                chart(sweep).read(plane, sweep.map().x()[column], sweep.map().y()[row]);
        return probe.orElseThrow().readings().stream()
                .map(reading -> reading.label() + ": " + reading.value())
                .toList();
    }

    @Test
    void aPointTellsItsValueItsSpreadAndHowManyOfItsRunsHaveOne() {
        Sweep sweep = sweep();
        sweep.take(4, 4, 0, value(1));
        sweep.take(4, 4, 1, value(3));
        sweep.take(4, 4, 2, missing("never halved: it was too slow"));

        assertThat(read(sweep, 4, 4))
                .containsExactly(
                        "step size η: 0.3162",
                        "curvature κ: 2",
                        "time: 2 ± 1",
                        "runs with a number: 2 of 3, others: never halved");
    }

    @Test
    void aPointWithoutANumberTellsWhy() {
        Sweep sweep = sweep();
        for (int r = 0; r < 3; r++) sweep.take(8, 8, r, missing("diverged: the step size is above the limit"));

        assertThat(read(sweep, 8, 8)).contains("time: diverged", "runs with a number: 0 of 3");
        assertThat(chart(sweep).summary()).endsWith("no numbers yet. Points without a number: diverged.");
    }

    @Test
    void untilAPointIsKnownTheNearestCoarserOneIsRead() {
        Sweep sweep = sweep();
        sweep.take(2, 2, 0, value(7));

        assertThat(read(sweep, 1, 1)).startsWith("step size η: 0.1257", "curvature κ: 1", "time: 7");
        assertThat(chart(sweep).read(draw(chart(sweep), new BufferedImage(480, 360, 1)), 1.9, 7.9))
                .isEmpty();
    }

    @Test
    void boundariesAndNamesStandOnlyInThePlaneTheyBelongTo() {
        assertThat(chart(sweep()))
                .returns("Stability", DiagramChart::title)
                .satisfies(chart -> assertThat(chart.boundaries()).hasSize(1))
                .satisfies(chart -> assertThat(chart.regimes()).hasSize(2));

        assertThat(chart(sweep(STABILITY.y(), STABILITY.x())))
                .returns("Halving time", DiagramChart::title)
                .satisfies(chart -> assertThat(chart.boundaries()).isEmpty())
                .satisfies(chart -> assertThat(chart.regimes()).isEmpty());
    }

    @Test
    void aBoundaryEndsAtTheEdgeOfThePlot() {
        Sweep sweep = sweep();
        sweep.take(0, 0, 0, value(1));
        DiagramChart chart = chart(sweep);
        var image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        var bare = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Plane plane = draw(chart, image);
        draw(new DiagramChart(chart.map(), chart.title(), chart.quantity(), List.of(), List.of(), chart.look()), bare);

        assertThat(columns(image, (int) plane.right() - 4)).isNotEqualTo(columns(bare, (int) plane.right() - 4));
        assertThat(columns(image, (int) plane.right() + 1)).isEqualTo(columns(bare, (int) plane.right() + 1));
    }

    /** Four columns of the picture below its heading. */
    private static int[] columns(BufferedImage image, int from) {
        return image.getRGB(from, 60, 4, image.getHeight() - 60, null, 0, 4);
    }

    @Test
    void theStandardErrorIsAMapOfItsOwn() {
        Sweep sweep = sweep();
        sweep.take(4, 4, 0, value(1));
        sweep.take(4, 4, 1, value(3));

        DiagramChart errors = DiagramChart.of(
                        sweep.map(), STABILITY, Look.of(Theme.LIGHT).withContours(true))
                .ofErrors();

        assertThat(errors.summary()).startsWith("Standard error, over").contains("± time from 1 to 1");
        assertThat(errors.look().contours()).isFalse();
    }
}

package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class TraceTest {
    private static final Span SPAN = new Span(0, 1, Scale.LINEAR);
    private static final Plane PLANE = new Plane(40, 30, 100, 100, SPAN, SPAN);

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Property
    void aPathStaysNearThePlot(@ForAll @Size(60) List<@DoubleRange(min = -1e9, max = 1e9) Double> numbers) {
        double[] x = array(numbers.subList(0, 30));
        double[] y = array(numbers.subList(30, 60));

        Rectangle2D bounds = Trace.of(PLANE, x, y).getBounds2D();

        if (!bounds.isEmpty())
            assertThat(new Rectangle2D.Double(19, 9, 142, 142).contains(bounds)).isTrue();
    }

    @Property
    void aPathInsideIsWhole(@ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = 0, max = 1) Double> numbers) {
        Path2D path = Trace.of(PLANE, array(numbers), array(numbers));

        int points = 0;
        for (var i = path.getPathIterator(null); !i.isDone(); i.next()) points++;

        assertThat(points).isEqualTo(numbers.size());
    }

    @Test
    void aSegmentThatCrossesIsCutOnBothSides() {
        Rectangle2D bounds = Trace.of(PLANE, new double[] {-1e6, 1e6}, new double[] {0.5, 0.5})
                .getBounds2D();

        assertThat(bounds.getMinX()).isEqualTo(20);
        assertThat(bounds.getMaxX()).isEqualTo(160);
        assertThat(bounds.getMinY()).isBetween(79.9, 80.1);
    }

    @Test
    void aMissingPointLiftsThePen() {
        Path2D path = Trace.of(PLANE, new double[] {0, 0.2, Double.NaN, 0.6, 1}, new double[] {0, 0, 0, 0, 0});

        int starts = 0;
        double[] at = new double[6];
        for (var i = path.getPathIterator(null); !i.isDone(); i.next())
            if (i.currentSegment(at) == java.awt.geom.PathIterator.SEG_MOVETO) starts++;

        assertThat(starts).isEqualTo(2);
    }
}

package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Scale;

class ContourTest {
    private static final Span SPAN = new Span(-2, 2, Scale.LINEAR);
    private static final Plane PLANE = new Plane(0, 0, 400, 400, SPAN, SPAN);

    private static Field.Values grid(Landscape.Function function) {
        Axis axis = Axis.linear("x");
        return Landscape.of("plane", "", axis, axis, axis, new Box(-2, 2, -2, 2), function, List.of(), List.of())
                .onGrid(81, 81)
                .getFirst();
    }

    @Test
    void theContourOfABowlIsACircle() {
        var path = Contour.of(grid((x, y) -> x * x + y * y), 1, PLANE);

        double[] at = new double[6];
        int points = 0;
        for (var i = path.getPathIterator(null); !i.isDone(); i.next(), points++) {
            i.currentSegment(at);
            assertThat(Math.hypot(PLANE.valueX(at[0]), PLANE.valueY(at[1]))).isBetween(0.999, 1.001);
        }
        assertThat(points).isGreaterThan(100);
    }

    @Test
    void bothBranchesOfASaddleAreDrawn() {
        var bounds = Contour.of(grid((x, y) -> x * y), 0.3, PLANE).getBounds2D();

        assertThat(bounds.getWidth()).isBetween(399.0, 401.0);
    }

    @Test
    void whereTheFunctionIsUnknownThereIsNoLine() {
        assertThat(Contour.of(grid((_, _) -> Double.NaN), 1, PLANE).getCurrentPoint())
                .isNull();
    }
}

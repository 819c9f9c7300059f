package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
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

    @Test
    void aContourStandsOutAgainstDarkAndLightColours() {
        Field.Values slope = grid((x, _) -> x);
        var key = new Sheet.ColourKey(SPAN, ColourMap.VIRIDIS);
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        new HeatMap(slope, SPAN, SPAN, key).paint(g, PLANE);
        new ContourLayer(slope, SPAN, key).paint(g, PLANE);
        g.dispose();

        for (Ticks.Tick level : Ticks.levels(SPAN, 14)) {
            int at = (int) PLANE.pixelX(level.value());
            if (at < 2 || at > 397) continue;
            Colour below = key.map().at(SPAN.share(level.value()));
            assertThat(IntStream.rangeClosed(at - 1, at + 1)
                            .mapToObj(x -> new Colour(image.getRGB(x, 200)))
                            .mapToDouble(below::contrast)
                            .max()
                            .orElseThrow())
                    .isGreaterThan(1.8);
        }
    }

    @Test
    void linesOfTheoryAreToldApart() {
        assertThat(BoundaryLayer.signs(List.of(
                        line("first", Line.Role.THEORY),
                        line("", Line.Role.THEORY),
                        line("second", Line.Role.THEORY),
                        line("guide", Line.Role.GUIDE))))
                .containsExactly(Entry.Sign.DASHES, Entry.Sign.DASHES, Entry.Sign.DASH_DOTS, Entry.Sign.DOTS);
    }

    private static Line line(String label, Line.Role role) {
        return new Line(label, role, new double[] {0, 1}, new double[] {0, 1});
    }
}

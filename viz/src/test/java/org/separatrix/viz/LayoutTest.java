package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class LayoutTest {
    private static final Look LOOK = Look.of(Theme.LIGHT);

    private static Layout layout(Freedom y) {
        var plane = new Plane(40, 20, 400, 200, new Span(1, 10_000, Scale.LOG), new Span(0, 8, Scale.LINEAR));
        return new Layout(plane, Freedom.SPACING, y, Optional.empty(), List.of());
    }

    @Test
    void aPartIsMeasuredAlongTheSpacingOfItsAxis() {
        Zoom zoom = layout(Freedom.SPACING).part(LOOK, 0.25, 0.5, 0.5, 1);

        assertThat(zoom.x().orElseThrow().min()).isCloseTo(10, within(1e-9));
        assertThat(zoom.x().orElseThrow().max()).isCloseTo(100, within(1e-9));
        assertThat(zoom.y()).contains(new Range(4, 8));
    }

    @Test
    void aPartOfAPartIsTakenFromWhatIsAskedForNotFromWhatIsStillSeen() {
        Zoom once = layout(Freedom.ZOOM).part(LOOK, 0, 1, 0.5, 1);
        Zoom twice = layout(Freedom.ZOOM).part(LOOK.withZoom(once), 0, 1, 0.5, 1);

        assertThat(twice.y()).contains(new Range(6, 8));
    }

    @Test
    void anAxisThatIsFixedOrShownWholeStaysAsItIs() {
        assertThat(layout(Freedom.FIXED).part(LOOK, 0, 1, 0.2, 0.4)).isEqualTo(Zoom.ALL);
    }

    @Test
    void noAxisIsShownFinerThanItsNumbersAre() {
        Look near = LOOK.withZoom(layout(Freedom.ZOOM).part(LOOK, 0, 1, 0.5, 0.5 + 1e-11));

        assertThat(layout(Freedom.ZOOM).part(near, 0, 1, 0.4, 0.41)).isEqualTo(near.zoom());
    }
}

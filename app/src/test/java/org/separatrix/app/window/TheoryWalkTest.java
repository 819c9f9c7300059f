package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.run.Recording;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Colour;
import org.separatrix.viz.Figure;
import org.separatrix.viz.Part;
import org.separatrix.viz.Range;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Zoom;
import org.separatrix.viz.screen.ChartView;

/** A chart of the window with errors and theory in it: the shear stress of many particles. */
class TheoryWalkTest {
    private static final Laboratory LABORATORY = Laboratory.find("boltzmann-shear");
    private static final Preset FEW = new Preset(
            "few", "Few particles", "Errors are large.", Settings.spelt("shear=0.5 dt=0.1 particles=4096"), 5);
    private static final int WIDTH = 600;
    private static final int HEIGHT = 360;

    @Test
    void errorsAreABandAndTheoryIsDashed() throws Exception {
        try (OpenWindow window = OpenWindow.on("boltzmann-shear", "seed", Compute.AUTO)) {
            fx(() -> {
                window.workbench().open(LABORATORY, FEW);
                window.bench().speed(Double.POSITIVE_INFINITY);
                return window.turnTo("Dynamics");
            });
            await(() -> window.bench().progress().stopped());
            ChartView view = window.node("chart-stress", ChartCard.class).view();
            await(() -> view.seen().isPresent());
            var curves = (Curves) ((Chart) view.plot()).observable();
            Series shear = curves.series().get(1);
            assertThat(window.bench().progress().recording().hasSpread("stress", shear.key()))
                    .isTrue();
            assertThat(shear.hasTheory()).isTrue();

            fx(() -> {
                view.look(look -> look.withZoom(near(window.bench().progress().recording(), shear)));
                curves.series().stream()
                        .filter(other -> other != shear)
                        .forEach(other -> view.toggle(new Part.Of(other.key())));
                return true;
            });
            BufferedImage whole = picture(view);
            Colour hue = Theme.LIGHT.series().get(shear.family());
            assertThat(count(whole, Theme.LIGHT.background().towards(hue, 0.22)))
                    .isGreaterThan(50);

            fx(() -> {
                view.toggle(Part.THEORY);
                return true;
            });
            eventually(() -> assertThat(view.seen().orElseThrow().legend()).anySatisfy(spot -> {
                assertThat(spot.part()).isEqualTo(Part.THEORY);
                assertThat(spot.shown()).isFalse();
            }));
            assertThat(dashes(whole, picture(view))).isGreaterThan(10);
        }
    }

    /** The latter half of a run, so near to a series that its errors fill a part of the plot. */
    private static Zoom near(Recording recording, Series series) {
        int half = recording.size() / 2;
        double[] values = recording.simulated("stress", series.key(), half);
        double error = recording.spread("stress", series.key(), half)[0];
        double min = Arrays.stream(values).min().orElseThrow() - 8 * error;
        double max = Arrays.stream(values).max().orElseThrow() + 8 * error;
        return Zoom.of(new Range(recording.time(half), recording.time(recording.size() - 1)), new Range(min, max));
    }

    private static BufferedImage picture(ChartView view) {
        return fx(() -> new Figure(view.picture(), Theme.LIGHT.background(), WIDTH, HEIGHT))
                .image(1);
    }

    private static long count(BufferedImage image, Colour colour) {
        return IntStream.of(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                .filter(rgb -> (rgb & 0xFFFFFF) == colour.rgb())
                .count();
    }

    /** How often what differs between two pictures, below their legends, begins anew from left to right. */
    private static long dashes(BufferedImage one, BufferedImage other) {
        return IntStream.range(1, WIDTH)
                .filter(x -> differs(one, other, x) && !differs(one, other, x - 1))
                .count();
    }

    private static boolean differs(BufferedImage one, BufferedImage other, int x) {
        return IntStream.range(60, HEIGHT).anyMatch(y -> one.getRGB(x, y) != other.getRGB(x, y));
    }
}

package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Series;
import org.separatrix.lab.Spectrum;

class PaletteTest {
    /** Linear RGB as dichromats see it (Vienot, Brettel and Mollon, 1999). */
    private static final Map<String, double[][]> VISION = Map.of(
            "normal", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia", new double[][] {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
            "deuteranopia", new double[][] {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}});

    /** Two colours that far apart in CIELAB are told apart at a glance; about 2 is just noticeable. */
    private static final double APART = 8;

    @ParameterizedTest
    @EnumSource
    void theHuesOfSeriesAreToldApartByEveryCommonVision(Theme theme) {
        VISION.forEach((name, matrix) -> {
            List<double[]> seen =
                    theme.series().stream().map(colour -> lab(colour, matrix)).toList();
            for (int i = 0; i < seen.size(); i++) {
                for (int j = 0; j < i; j++)
                    assertThat(distance(seen.get(i), seen.get(j)))
                            .as("series %d and %d, %s", i + 1, j + 1, name)
                            .isGreaterThan(APART);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void manyFamiliesAreSpreadInTheOrderOfTheirLightness(Theme theme) {
        var palette = Palette.of(theme, 20);

        double[] luminance = IntStream.range(0, 20)
                .mapToDouble(i -> palette.colour(i).luminance())
                .toArray();

        assertThat(palette.ordered()).isTrue();
        assertThat(luminance).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void fewFamiliesKeepTheHuesOfTheTheme(Theme theme) {
        assertThat(Palette.of(theme, 6).ordered()).isFalse();
        assertThat(Palette.of(theme, 6).colour(1)).isEqualTo(theme.series().get(1));
    }

    @Test
    void familiesWithGapsAreSpreadByTheirRank() {
        var layers = new Spectrum(
                "layers",
                "Layers",
                Axis.linear("σ"),
                List.of(Series.of("a", "W1", 0), Series.of("b", "W2", 1), Series.of("c", "W32", 31)));

        var palette = Palette.of(Theme.LIGHT, layers);

        assertThat(palette.colour(1)).isEqualTo(Palette.of(Theme.LIGHT, 7).colour(3));
        assertThat(palette.colour(31)).isEqualTo(Palette.of(Theme.LIGHT, 7).colour(6));
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(
                IntStream.range(0, 3).mapToDouble(k -> Math.pow(a[k] - b[k], 2)).sum());
    }

    /** CIELAB under D65, as seen. */
    private static double[] lab(Colour colour, double[][] vision) {
        double[] linear = IntStream.of(colour.red(), colour.green(), colour.blue())
                .mapToDouble(channel -> {
                    double share = channel / 255.0;
                    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
                })
                .toArray();
        double[] seen = times(vision, linear);
        double[] xyz = times(
                new double[][] {
                    {0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505},
                    {0.2126, 0.7152, 0.0722},
                    {0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089}
                },
                seen);
        for (int k = 0; k < 3; k++)
            xyz[k] = xyz[k] > 216 / 24389.0 ? Math.cbrt(xyz[k]) : (24389 / 27.0 * xyz[k] + 16) / 116;
        return new double[] {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return java.util.Arrays.stream(matrix)
                .mapToDouble(row -> IntStream.range(0, 3)
                        .mapToDouble(k -> row[k] * vector[k])
                        .sum())
                .toArray();
    }
}

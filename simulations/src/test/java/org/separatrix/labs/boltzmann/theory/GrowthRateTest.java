package org.separatrix.labs.boltzmann.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.labs.boltzmann.Reference;

class GrowthRateTest {
    private final GrowthRate bath = new GrowthRate(40, 0.5, 1);

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2})
    void theSecondMomentsGrowAtTheClosedRate(double kappa) {
        GrowthRate few = new GrowthRate(8, 0.5, 1);
        assertThat(few.at(2, kappa))
                .isCloseTo(Scattering.isotropic(0.5).spectrum(kappa).leading(), within(1e-9));
        assertThat(2 * new GrowthRate(8, 0.5, 2).at(2, kappa / 2)).isCloseTo(SelfHeating.growth(kappa), within(1e-9));
        assertThat(new GrowthRate(8, 0.3, 1).at(2, kappa))
                .isCloseTo(Scattering.isotropic(0.3).spectrum(kappa).leading(), within(1e-9));
    }

    @Test
    void theFourthMomentsGrowAtTheKnownRate() {
        assertThat(new GrowthRate(8, 0.5, 1).at(4, 1)).isCloseTo(0.2470853, within(1e-7));
    }

    @Test
    void theNumberOfParticlesNeverGrows() {
        assertThat(bath.at(0, 1.3)).isCloseTo(0, within(1e-10));
    }

    @Test
    void theTailAndTheLyapunovExponentAreThoseOfTheReference() {
        int compared = 0;
        for (Map<String, String> row : Reference.table("spectra.csv")) {
            double shear = Double.parseDouble(row.get("K_or_astar"));
            boolean inBath = row.get("engine").equals("A");
            if (shear > (inBath ? 2 : 10)) continue;
            double tail = Double.parseDouble(row.get("tail_p"));
            if (inBath) {
                assertThat(bath.tail(shear)).isCloseTo(tail, within(1e-3));
                assertThat(bath.lyapunov(shear)).isCloseTo(Double.parseDouble(row.get("lyapunov")), within(1e-4));
            } else {
                assertThat(GrowthRate.gasTail(shear, 40)).isCloseTo(tail, within(1e-3));
            }
            compared++;
        }
        assertThat(compared).isEqualTo(18);
    }

    @Test
    void theThresholdsAreTold() {
        JsonNode exact = Reference.tree("thresholds.json");
        JsonNode equal = exact.get("isotropic_equal_mass");
        for (int p : new int[] {2, 4, 6, 8})
            assertThat(new GrowthRate(p, 0.5, 1).threshold(p))
                    .isCloseTo(
                            equal.get("K_" + p + " (<|v|^" + p + "> diverges)").asDouble(), within(1e-8));
        assertThat(new GrowthRate(60, 0.5, 1).stationarityThreshold())
                .isCloseTo(equal.get("K_L (stationary law lost)").asDouble(), within(1e-4));
        assertThat(GrowthRate.gasFourthThreshold())
                .isCloseTo(
                        exact.get("B: a*_c (scaled 4th moments diverge), isotropic")
                                .asDouble(),
                        within(1e-7));
    }

    @Test
    void nothingIsStationaryAboveTheLastThreshold() {
        assertThat(new GrowthRate(60, 0.5, 1).tail(4)).isNaN();
    }
}

package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Draws;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;

/** The engines step by step against recorded traces, against themselves on more threads, and against the invariants. */
class EnginesTest {
    private static final JsonNode GOLDEN = Reference.tree("philox_golden.json");

    private static double[] rows(JsonNode rows) {
        double[] values = new double[rows.size() * 3];
        for (int i = 0; i < values.length; i++)
            values[i] = rows.get(i / 3).get(i % 3).asDouble();
        return values;
    }

    private static double[] rows(Velocities v) {
        double[] values = new double[v.count() * 3];
        for (int i = 0; i < v.count(); i++) {
            values[3 * i] = v.x()[i];
            values[3 * i + 1] = v.y()[i];
            values[3 * i + 2] = v.z()[i];
        }
        return values;
    }

    private static void same(Velocities v, JsonNode expected) {
        double[] actual = rows(v);
        double[] known = rows(expected);
        for (int i = 0; i < known.length; i++)
            assertThat(actual[i]).isCloseTo(known[i], within(1e-10 * Math.max(1, Math.abs(known[i]))));
    }

    @ParameterizedTest
    @CsvSource({"SCALAR", "SIMD"})
    void taggedParticlesFollowTheirTraces(Compute.Kind kind) {
        int traces = 0;
        for (JsonNode trace : GOLDEN.get("traces")) {
            if (!trace.get("engine").asText().equals("A")) continue;
            traces++;
            try (Selection selection = Kernels.of(new Compute(kind, 0, 1))) {
                Draws draws = Draws.of(selection.kind());
                Velocities v = Velocities.maxwellian(8, 1, GOLDEN.get("seed").asLong(), draws);
                same(v, trace.get("v0"));
                var engine = new TaggedSteps(
                        v,
                        Deformation.shear(GOLDEN.get("K").asDouble()),
                        1,
                        trace.get("gamma").asDouble(),
                        trace.get("order").asInt(),
                        0.5,
                        1,
                        t -> 1,
                        GOLDEN.get("seed").asLong(),
                        selection.crew(),
                        selection.kind());
                int steps = 0;
                for (JsonNode after : trace.get("after")) {
                    for (; steps < after.get("steps").asInt(); steps++)
                        engine.advance(GOLDEN.get("dt").asDouble());
                    same(v, after.get("v"));
                    double mean = 0;
                    for (JsonNode count : after.get("collisions")) mean += count.asInt() / 8.0;
                    assertThat(engine.collisions()).isEqualTo(mean);
                }
            }
        }
        assertThat(traces).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"SCALAR", "SIMD"})
    void theGasFollowsItsTraces(Compute.Kind kind) {
        int traces = 0;
        for (JsonNode trace : GOLDEN.get("traces")) {
            if (!trace.get("engine").asText().equals("B")) continue;
            traces++;
            try (Selection selection = Kernels.of(new Compute(kind, 0, 1))) {
                Draws draws = Draws.of(selection.kind());
                long seed = GOLDEN.get("seed").asLong();
                Velocities v = Velocities.maxwellian(16, 1, seed, draws);
                same(v, trace.get("v0"));
                var pairing = new Pairing(16);
                pairing.draw(seed, 0);
                int[] order = new int[16];
                pairing.at(0, 16, order);
                for (int i = 0; i < 16; i++)
                    assertThat(order[i])
                            .isEqualTo(trace.get("permutation_step0").get(i).asInt());
                Gas gas =
                        gas(v, 1.5, trace.get("gamma").asDouble(), new Gas.Mode(false, false, false), seed, selection);
                int steps = 0;
                for (JsonNode after : trace.get("after")) {
                    for (; steps < after.get("steps").asInt(); steps++)
                        gas.advance(GOLDEN.get("dt").asDouble());
                    same(v, after.get("v"));
                    assertThat(gas.collisions()).isEqualTo(after.get("hits").asInt() / 8.0);
                }
            }
        }
        assertThat(traces).isEqualTo(3);
    }

    private static Gas gas(Velocities v, double shear, double gamma, Gas.Mode mode, long seed, Selection selection) {
        return new Gas(v, Deformation.shear(shear), 1, gamma, mode, t -> 1, seed, selection.crew(), selection.kind());
    }

    @ParameterizedTest
    @CsvSource({"steps, -0.5", "steps, 0", "steps, 0.5", "events, -0.5", "events, 1", "gas, 0", "gas, 0.5", "gas, -0.5"
    })
    void theNumberOfThreadsDoesNotChangeABit(String engine, double gamma) {
        double[] one = run(engine, gamma, 1);
        assertThat(run(engine, gamma, 2)).containsExactly(one);
        assertThat(run(engine, gamma, 3)).containsExactly(one);
    }

    private static double[] run(String name, double gamma, int threads) {
        try (Selection selection = Kernels.of(Compute.SIMD.onThreads(threads))) {
            Draws draws = Draws.of(selection.kind());
            Velocities v = Velocities.maxwellian(1 << 13, 1, 7, draws);
            Deformation shear = Deformation.shear(0.7);
            Engine engine = switch (name) {
                case "steps" ->
                    new TaggedSteps(v, shear, 1, gamma, 2, 0.5, 1, t -> 1, 7, selection.crew(), selection.kind());
                case "events" -> new TaggedEvents(v, 0.7, 1, gamma, 0.5, 1, 7, selection.crew());
                default -> gas(v, 0.7, gamma, new Gas.Mode(false, false, true), 7, selection);
            };
            for (int i = 0; i < 20; i++) engine.advance(0.1);
            double[] all = Arrays.copyOf(rows(v), 3 * v.count() + 2);
            all[all.length - 2] = engine.collisions();
            all[all.length - 1] = engine.logScale();
            return all;
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 0.5", "false, -0.5", "true, 0", "true, 1"})
    void collisionsConserveNumberMomentumAndEnergy(boolean majorant, double gamma) {
        try (Selection selection = Kernels.of(Compute.AUTO)) {
            Velocities v = Velocities.maxwellian(1 << 14, 1, 3, Draws.of(selection.kind()));
            double[] before = invariants(v);
            Gas gas = gas(v, 0, gamma, new Gas.Mode(majorant, false, false), 3, selection);
            for (int i = 0; i < 50; i++) gas.advance(0.1);
            double[] after = invariants(v);
            assertThat(gas.collisions()).isGreaterThan(2);
            assertThat(v.count()).isEqualTo(1 << 14);
            for (int i = 0; i < 3; i++) assertThat(after[i]).isCloseTo(before[i], within(1e-10));
            assertThat(after[3] / before[3]).isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void aParticleThatTheFlowWouldCarryBeyondAllNumbersStaysAmongThem() {
        try (Selection selection = Kernels.of(Compute.SCALAR)) {
            Velocities v = Velocities.beam(1, 1e210, -1e215, 0);
            var engine = new TaggedEvents(v, 1, 1, -0.5, 0.5, 1, 7, selection.crew());
            engine.advance(1e106);
            assertThat(v.x()[0]).isFinite().isGreaterThan(1e280);
            double before = v.x()[0];
            engine.advance(1e106);
            assertThat(v.x()[0]).isEqualTo(before);
        }
    }

    private static double[] invariants(Velocities v) {
        double[] sums = new double[4];
        for (int i = 0; i < v.count(); i++) {
            sums[0] += v.x()[i];
            sums[1] += v.y()[i];
            sums[2] += v.z()[i];
            sums[3] += v.x()[i] * v.x()[i] + v.y()[i] * v.y()[i] + v.z()[i] * v.z()[i];
        }
        return sums;
    }

    @Test
    void theOrderOfAStepIsAPermutation() {
        for (int count : new int[] {1 << 8, 1 << 11}) {
            var pairing = new Pairing(count);
            for (int step = 0; step < 20; step++) {
                pairing.draw(11, step);
                boolean[] met = new boolean[count];
                int[] order = new int[count];
                pairing.at(0, count, order);
                for (int particle : order) met[particle] = true;
                int[] part = new int[10];
                pairing.at(40, 10, part);
                assertThat(part).containsExactly(Arrays.copyOfRange(order, 40, 50));
                for (boolean one : met) assertThat(one).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-0.5, 0.723205", "0.5, 1.466612", "1, 2.256758", "0, 1"})
    void collisionsAtRestComeAtTheExactRate(double gamma, double rate) {
        try (Selection selection = Kernels.of(Compute.AUTO.onThreads(2))) {
            int n = 20_000;
            Velocities v = Velocities.maxwellian(n, 1, 5, Draws.of(selection.kind()));
            var engine = new TaggedEvents(v, 0, 1, gamma, 0.5, 1, 5, selection.crew());
            engine.advance(10);
            double error = engine.collisionSpread() / Math.sqrt(n) / 10;
            assertThat(engine.collisions() / 10).isCloseTo(rate, within(4 * error));
        }
    }

    @Test
    void flightUndoesNothingThatItDid() {
        Deformation deformation = Deformation.combined(0.4, 0.3, 0.2);
        double[] once = deformation.flight(0.5, 2);
        Velocities v = Velocities.beam(1, 1, 2, 3);
        v.map(deformation.flight(0.5, 1), 0, 1);
        v.map(deformation.flight(1, 2), 0, 1);
        Velocities w = Velocities.beam(1, 1, 2, 3);
        w.map(once, 0, 1);
        assertThat(v.x()[0]).isCloseTo(w.x()[0], within(1e-14));
        assertThat(v.y()[0]).isCloseTo(w.y()[0], within(1e-14));
        // L = L0 - t L0 squared: entry 13 is K2 - t K1 K3.
        assertThat(deformation.gradient(2)[2]).isCloseTo(0.3 - 2 * 0.4 * 0.2, within(1e-14));
        assertThat(Deformation.dilatation(0.5).volume(2)).isCloseTo(8, within(1e-13));
    }
}

package org.separatrix.labs.waterfilling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.separatrix.compute.Crew;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.Certificates;
import org.separatrix.labs.waterfilling.theory.Equilibria;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.LocalStability;
import org.separatrix.labs.waterfilling.theory.Starts;
import org.separatrix.labs.waterfilling.theory.TwoByTwo;
import org.separatrix.labs.waterfilling.theory.Welfare;

/**
 * What theory knows of one game, each part found when it is first asked for. What would take longer than a moment on large
 * games is not looked for.
 */
final class Analysis {
    /** Ways to divide the tones up to which all are tried. */
    private static final double DIVISIONS = 4096;

    private static final int STARTS = 24;
    private static final int PLANNED_STARTS = 8;
    private static final int PLANNED_ITERATIONS = 500;
    private static final double PLANNED_TOLERANCE = 1e-8;

    private final Game game;
    private final World.Sizes sizes;
    private final Crew crew;
    private Certificates certificates;
    private List<Equilibrium> equilibria;
    private Optional<Baselines> baselines;
    private TwoByTwo plane;

    /** An equilibrium and what happens close to it. */
    static final class Equilibrium {
        private final Game game;
        private final double[] powers;
        private final double sumRate;
        private final boolean dense;
        private final Crew crew;
        private Optional<LocalStability> stability;

        private Equilibrium(Game game, double[] powers, double sumRate, boolean dense, Crew crew) {
            this.game = game;
            this.powers = powers;
            this.sumRate = sumRate;
            this.dense = dense;
            this.crew = crew;
        }

        /** K x N. */
        double[] powers() {
            return powers;
        }

        /** The sum of all rates there, in bits. */
        double sumRate() {
            return sumRate;
        }

        /** What happens close to it; empty where the Jacobian is too large. */
        Optional<LocalStability> stability() {
            if (stability == null)
                stability = dense ? Optional.of(LocalStability.at(game, powers, crew)) : Optional.empty();
            return stability;
        }
    }

    /**
     * Powers worth comparing with.
     *
     * @param powers K x N
     * @param sumRate the sum of all rates, in bits
     */
    record Baseline(double[] powers, double sumRate) {}

    /**
     * What all users together could do.
     *
     * @param equal the same power on every tone
     * @param division the best division of the tones that was found
     * @param optimum the best powers that were found
     */
    record Baselines(Baseline equal, Baseline division, Baseline optimum) {}

    Analysis(Game game, World.Sizes sizes, Crew crew) {
        this.game = game;
        this.sizes = sizes;
        this.crew = crew;
    }

    Game game() {
        return game;
    }

    Certificates certificates() {
        if (certificates == null) certificates = Certificates.of(game, crew);
        return certificates;
    }

    /** Whether the game is small enough for its equilibria to be looked for. */
    boolean searched() {
        return sizes.searched() && game.players().length > 0;
    }

    /** The equilibria that were found, the best for all together first; empty where they are not looked for. */
    List<Equilibrium> equilibria() {
        if (equilibria == null) equilibria = searched() ? find() : List.of();
        return equilibria;
    }

    private List<Equilibrium> find() {
        var search = new Equilibria(game, crew);
        boolean all = sizes.planar() && game.unmasked() && game.players().length == 2;
        List<double[]> found = all ? search.bySupports() : search.fromAll(starts());
        var welfare = new Welfare(game, crew);
        return found.stream()
                .map(powers -> new Equilibrium(game, powers, welfare.of(powers), sizes.dense(), crew))
                .sorted(Comparator.comparingDouble(Equilibrium::sumRate).reversed())
                .toList();
    }

    private List<double[]> starts() {
        var starts = new Starts(game, crew);
        List<double[]> all = new ArrayList<>();
        all.add(starts.equal());
        for (int seed = 1; seed < STARTS; seed++) all.add(starts.random(seed));
        return all;
    }

    /** The number of the equilibrium nearest to some powers, −1 where none is known. */
    int nearest(double[] powers) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < equilibria().size(); i++) {
            double distance = Equilibria.distance(equilibria().get(i).powers(), powers);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** What all together could get; empty where it is not looked for: large games, masks. */
    Optional<Baselines> baselines() {
        if (baselines == null)
            baselines = sizes.planned() && game.unmasked() && game.players().length > 0
                    ? Optional.of(plan())
                    : Optional.empty();
        return baselines;
    }

    private Baselines plan() {
        var welfare = new Welfare(game, crew);
        List<double[]> known = equilibria().stream().map(Equilibrium::powers).toList();
        double[] planned = welfare.optimum(known, PLANNED_STARTS, PLANNED_ITERATIONS, PLANNED_TOLERANCE);
        double[] divided = welfare.divisions() <= DIVISIONS ? welfare.bestDivision() : welfare.division(planned);
        Baseline equal = baseline(new Starts(game, crew).equal(), welfare);
        Baseline division = baseline(divided, welfare);
        Baseline optimum = Stream.concat(Stream.of(planned, divided, equal.powers()), known.stream())
                .map(powers -> baseline(powers, welfare))
                .max(Comparator.comparingDouble(Baseline::sumRate))
                .orElseThrow();
        return new Baselines(equal, division, optimum);
    }

    private static Baseline baseline(double[] powers, Welfare welfare) {
        return new Baseline(powers, welfare.of(powers));
    }

    /** The plane of two users on two tones. */
    TwoByTwo plane() {
        if (plane == null) plane = new TwoByTwo(game);
        return plane;
    }

    /** The factor per iteration, or per tick, that theory expects close to an equilibrium; NaN where it knows none. */
    static double localFactor(LocalStability stability, Settings settings, int delay) {
        double lambda = settings.get(Knobs.LAMBDA);
        return switch (settings.get(Knobs.UPDATE)) {
            case SIMULTANEOUS -> stability.simultaneous(lambda);
            case SEQUENTIAL ->
                settings.get(Knobs.ORDER) == Knobs.Order.RANDOM
                        ? Double.NaN
                        : stability.sequential(lambda, settings.get(Knobs.ORDER) == Knobs.Order.REVERSED);
            case ASYNCHRONOUS ->
                stability.delayed(
                        lambda, delay, settings.get(Knobs.Q), settings.get(Knobs.DELAYS) != Knobs.Delays.FIXED);
        };
    }
}

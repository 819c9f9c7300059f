package org.separatrix.labs.waterfilling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Box;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;

/** What can be seen of a run. What a run does not have is empty. */
record View(
        Bars spectrum,
        Curves residual,
        Curves rates,
        Optional<Portrait> plane,
        Optional<Cloud> eigenvalues,
        Curves welfare,
        Curves regret,
        Optional<Curves> distance,
        Optional<Curves> potential,
        Optional<Bars> spectra,
        Optional<Field> allocation,
        Optional<Field> couplings,
        Optional<Spectrum> multipliers,
        Optional<Cloud> region,
        Optional<Field> schedule) {
    static final Facts CONDITIONS = new Facts("conditions", "Conditions");
    static final Facts EQUILIBRIA = new Facts("equilibria", "Equilibria");
    static final Facts NOW = new Facts("now", "Now");

    /** Bars up to which the spectra of all users share a chart. */
    private static final int MANY_BARS = 256;

    private static final String BASELINE = "baseline";

    /** Tones up to which the rates of two users are drawn against each other. */
    private static final int MANY_TONES = 64;

    static View of(Settings settings) {
        World.Sizes sizes = World.Sizes.of(settings);
        int users = sizes.users();
        int tones = sizes.tones();
        Axis time = Axis.linear(settings.get(Knobs.CLOCK) == Knobs.Clock.ITERATIONS ? "iterations" : "ticks");
        boolean several = users > 1;
        boolean symmetric = settings.get(Knobs.WORLD) == Knobs.World.THREE_SYMMETRIC
                || settings.get(Knobs.WORLD) == Knobs.World.RAYLEIGH && settings.get(Knobs.SYMMETRIC);
        return new View(
                stack("spectrum", "Spectrum of the user shown", names(tones)),
                new Curves(
                        "residual",
                        "Distance from the best responses",
                        time,
                        Axis.log("‖p − WF(p)‖ / P"),
                        List.of(Series.withTheory("residual", "residual", 0, "guaranteed bound"))),
                new Curves("rates", "Rates", time, bits("R"), users("rate", users)),
                sizes.planar() ? Optional.of(responsePlane()) : Optional.empty(),
                sizes.dense() ? Optional.of(besideTheCircle()) : Optional.empty(),
                new Curves(
                        "welfare",
                        "Sum of the rates",
                        time,
                        bits("ΣR"),
                        sizes.planned()
                                ? List.of(
                                        Series.withTheory("sum_rate", "sum rate, best found", 0, BASELINE),
                                        Series.withTheory("division", "a tone to a user", 1, BASELINE),
                                        Series.withTheory("equal_power", "equal power", 2, BASELINE))
                                : List.of(Series.of("sum_rate", "sum rate", 0))),
                new Curves(
                        "regret",
                        "Regret",
                        time,
                        new Axis("gain by one's best response", "bit", Scale.LOG),
                        users("regret", users)),
                sizes.searched()
                        ? Optional.of(new Curves(
                                "distance",
                                "Distance from the nearest equilibrium",
                                time,
                                Axis.log("‖p − p*‖"),
                                List.of(Series.withTheory("distance", "distance", 0, "noise floor"))))
                        : Optional.empty(),
                symmetric
                        ? Optional.of(new Curves(
                                "potential",
                                "Potential",
                                time,
                                Axis.linear("φ"),
                                List.of(Series.of("potential", "φ", 0))))
                        : Optional.empty(),
                several && users * tones <= MANY_BARS
                        ? Optional.of(stack("spectra", "Spectra of all users", pairs(users, tones)))
                        : Optional.empty(),
                several && tones > 1
                        ? Optional.of(new Field(
                                "allocation",
                                "Powers, a row a user",
                                Axis.linear("tone"),
                                Axis.linear("user"),
                                Axis.linear("power, relative to equal power")))
                        : Optional.empty(),
                several
                        ? Optional.of(new Field(
                                "couplings",
                                "Strongest links, a row a receiver",
                                Axis.linear("sender"),
                                Axis.linear("receiver"),
                                Axis.log("S")))
                        : Optional.empty(),
                sizes.dense()
                        ? Optional.of(new Spectrum(
                                "multipliers",
                                "Moduli of the factors of the updates",
                                Axis.linear("modulus"),
                                List.of(Series.of("multipliers", "factors", 0))))
                        : Optional.empty(),
                users == 2 && tones <= MANY_TONES ? Optional.of(rateRegion()) : Optional.empty(),
                settings.get(Knobs.UPDATE) == Knobs.Update.ASYNCHRONOUS
                        ? Optional.of(new Field(
                                "schedule",
                                "Who responds, a row a user",
                                Axis.linear("tick"),
                                Axis.linear("user"),
                                new Axis("age of the news", "ticks", Scale.LINEAR)))
                        : Optional.empty());
    }

    private static Cloud besideTheCircle() {
        return new Cloud(
                "eigenvalues",
                "Eigenvalues near the equilibrium",
                List.of(Axis.linear("Re"), Axis.linear("Im")),
                List.of(
                        Series.of("circle", "unit circle", 3),
                        Series.of("boundary", "stable ν lie inside", 2),
                        Series.of("nu", "ν of the best responses", 0),
                        Series.of("multipliers", "factors of the updates", 1)),
                Set.of("circle", "boundary"),
                true);
    }

    private static Axis bits(String label) {
        return new Axis(label, "bit", Scale.LINEAR);
    }

    private static List<Series> users(String key, int users) {
        return IntStream.range(0, users)
                .mapToObj(k -> Series.of(key + "_" + k, "user " + k, k))
                .toList();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** A gap parts one user's tones from the next one's. */
    private static List<String> pairs(int users, int tones) {
        return IntStream.range(0, users * (tones + 1) - 1)
                .mapToObj(i -> i % (tones + 1) == tones ? "" : i / (tones + 1) + ":" + i % (tones + 1))
                .toList();
    }

    private static Bars stack(String key, String title, List<String> categories) {
        return new Bars(
                key,
                title,
                Axis.linear(key.equals("spectrum") ? "tone" : "user : tone"),
                categories,
                Axis.linear("power"),
                List.of(
                        Series.of("noise", "noise", 2),
                        Series.of("interference", "interference", 1),
                        Series.withTheory("power", "power", 0, "water level")),
                Bars.Style.STACKED);
    }

    private static Portrait responsePlane() {
        return new Portrait(
                "plane",
                "Best responses of two users on two tones",
                Axis.linear("share of user 0 on tone 0"),
                Axis.linear("share of user 1 on tone 0"),
                new Box(0, 1, 0, 1),
                Optional.of((x, y) -> Map.of(
                        Knobs.START.key(),
                        Knobs.Start.POINT.key(),
                        Knobs.X0.key(),
                        share(x),
                        Knobs.X1.key(),
                        share(y))));
    }

    private static String share(double value) {
        return Numbers.format(Math.clamp(value, 0, 1));
    }

    private static Cloud rateRegion() {
        return new Cloud(
                "region",
                "Rates of both users",
                List.of(bits("R₀"), bits("R₁")),
                List.of(
                        Series.of("feasible", "feasible", 3),
                        Series.of("path", "path", 0),
                        Series.of("equilibria", "equilibria", 4),
                        Series.of("equal_power", "equal power", 2),
                        Series.of("division", "a tone to a user", 1),
                        Series.of("optimum", "best found", 5)),
                Set.of("path"));
    }

    List<Observable<?>> all() {
        List<Observable<?>> all = new ArrayList<>(List.of(spectrum, residual, rates));
        plane.ifPresent(all::add);
        eigenvalues.ifPresent(all::add);
        all.addAll(List.of(welfare, regret));
        distance.ifPresent(all::add);
        potential.ifPresent(all::add);
        spectra.ifPresent(all::add);
        allocation.ifPresent(all::add);
        couplings.ifPresent(all::add);
        multipliers.ifPresent(all::add);
        region.ifPresent(all::add);
        schedule.ifPresent(all::add);
        all.addAll(List.of(NOW, CONDITIONS, EQUILIBRIA));
        return all;
    }
}

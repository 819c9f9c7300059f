package org.separatrix.labs.waterfilling;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Data;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Evidence;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Title;
import org.separatrix.lab.Trajectory;

/** Iterative water-filling: selfish users who share tones, and whether they ever agree. */
public final class WaterFillingLaboratory implements Laboratory {
    @Override
    public Title title() {
        return new Title(
                "water-filling",
                "Iterative water-filling",
                "Selfish transmitters share tones: each pours its power like water onto the others' interference.",
                "p_k(n) \\leftarrow \\left[\\mu_k - c_k(n)\\right]^{+},\\quad"
                        + " c_k(n) = w_k(n) + \\sum_{j \\neq k} a_{kj}(n)\\,p_j(n),\\quad"
                        + " \\sum_n p_k(n) = P_k",
                List.of(
                        "Rosen: Existence and uniqueness of equilibrium points for concave n-person games (1965)",
                        "Yu, Ginis, Cioffi: Distributed multiuser power control for digital subscriber lines (2002)",
                        "Luo, Pang: Analysis of iterative waterfilling algorithm for multiuser power control in digital"
                                + " subscriber lines (2006)",
                        "Shum, Leung, Sung: Convergence of iterative waterfilling algorithm for Gaussian interference"
                                + " channels (2007)",
                        "Scutari, Palomar, Barbarossa: Asynchronous iterative water-filling for Gaussian"
                                + " frequency-selective interference channels (2008)",
                        "Hong, Garcia: Averaged iterative water-filling algorithm: robustness and convergence (2011)",
                        "Shi, Razaviyayn, Luo, He: An iteratively weighted MMSE approach to distributed sum-utility"
                                + " maximization (2011)",
                        "Wang: Convergence of iterative water-filling in multi-user non-cooperative power control"
                                + " (2025)"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return Knobs.ALL;
    }

    @Override
    public List<Condition> rules() {
        return List.of(
                new Condition(
                        "start=point: a point in the plane is for two users on two tones, set users=2 and tones=2",
                        settings -> settings.get(Knobs.START) != Knobs.Start.POINT
                                || World.Sizes.of(settings).planar()),
                new Condition(
                        "away: give numbers of users, whole numbers from 0 on",
                        settings -> settings.get(Knobs.AWAY).stream().allMatch(k -> k == Math.rint(k))));
    }

    @Override
    public List<DataKey> dataKeys() {
        return List.of(
                new DataKey("G", "K x K x N", "the gains, to receiver k from transmitter j on tone n"),
                new DataKey("sigma2", "K x N", "the receivers' noise powers"),
                new DataKey("P", "K", "the budgets, the sums over the tones"),
                new DataKey("pmax", "K x N", "the most power allowed on each tone"),
                new DataKey("p0", "K x N", "the powers at the beginning"),
                new DataKey("updates", "T x K", "who responds in each tick: 1, or 0 for idle"),
                new DataKey("delays", "T x K x K", "how many ticks old the news is that k has of j, in each tick"),
                new DataKey("xi", "T x K x N", "the standard normal errors of measurement, step by step"));
    }

    @Override
    public Map<String, Object> translated(Map<String, Object> document) {
        return CaseFile.translated(document);
    }

    @Override
    public Settings fit(Settings settings, Data data) {
        if (!data.has("G")) return settings;
        int[] shape = data.find("G").orElseThrow().shape();
        if (shape.length != 3 || shape[0] != shape[1])
            throw new InvalidData(
                    "G has the shape " + data.find("G").orElseThrow().words() + ", expected K x K x N");
        return settings.withTexts(Map.of(
                Knobs.WORLD.key(),
                Knobs.World.GIVEN.key(),
                Knobs.USERS.key(),
                Integer.toString(shape[0]),
                Knobs.TONES.key(),
                Integer.toString(shape[2])));
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return View.of(settings).all();
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        Selection selection = Kernels.of(compute);
        try {
            return new WaterFillingExperiment(settings, data, selection);
        } catch (RuntimeException e) {
            selection.close();
            throw e;
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                                "converged",
                                "converged",
                                "Whether the users came to an equilibrium: 1 or 0.",
                                Axis.linear("share"),
                                run -> new Judgement.Value(
                                        run.timeOf("converged").isPresent() ? 1 : 0))
                        .from(Evidence.any("converged", "cycle")),
                new Metric(
                                "iterations",
                                "iterations to the equilibrium",
                                "When the residual first fell below 1e-8.",
                                Axis.log("iterations"),
                                run -> Judgement.of(run.timeOf("converged"), why(run)))
                        .from(Evidence.any("converged", "cycle")),
                new Metric(
                                "residual",
                                "residual at the end",
                                "The largest distance of a user from its best response at the last recorded time.",
                                Axis.log("residual"),
                                run -> last(run.simulated("residual", "residual")))
                        .from(Evidence.END),
                new Metric(
                                "period",
                                "period of the cycle",
                                "After how many steps everything repeats, where it does.",
                                Axis.log("steps"),
                                run -> fact(run, View.NOW, "period", "no cycle was noticed"))
                        .from(Evidence.DETAILED_END),
                new Metric(
                                "sum_rate",
                                "sum rate at the end",
                                "What all users together get at the last recorded time.",
                                new Axis("ΣR", "bit", Scale.LINEAR),
                                run -> last(run.simulated("welfare", "sum_rate")))
                        .from(Evidence.END),
                new Metric(
                                "price_of_anarchy",
                                "price of anarchy",
                                "The best sum rate found, over that of the worst equilibrium found.",
                                Axis.linear("price"),
                                run -> fact(
                                        run,
                                        View.NOW,
                                        "price_of_anarchy",
                                        "no equilibrium was found, or none looked for"))
                        .from(Evidence.DETAILED_END),
                new Metric(
                                "equilibria",
                                "equilibria",
                                "How many different equilibria were found.",
                                Axis.linear("number"),
                                run -> fact(run, View.EQUILIBRIA, "count", "the game is too large to look for them"))
                        .from(Evidence.DETAILED_END),
                new Metric(
                                "radius",
                                "radius of S",
                                "The spectral radius of the comparison matrix: below 1 convergence is guaranteed.",
                                Axis.log("ρ(S)"),
                                run -> fact(run, View.CONDITIONS, "rho_S", "not known"))
                        .from(Evidence.DETAILED_END));
    }

    private static String why(Trajectory run) {
        return run.events().stream()
                .filter(event -> event.key().equals("cycle"))
                .map(event -> "a " + event.label())
                .findFirst()
                .orElse("the residual stayed above 1e-8");
    }

    private static Judgement last(double[] values) {
        return new Judgement.Value(values[values.length - 1]);
    }

    private static Judgement fact(Trajectory run, Facts facts, String key, String otherwise) {
        OptionalDouble value = run.last().get(facts).stream()
                .flatMap(values -> values.facts().stream())
                .filter(fact -> fact.key().equals(key) && Double.isFinite(fact.value()))
                .mapToDouble(Facts.Fact::value)
                .findFirst();
        return Judgement.of(value, otherwise);
    }

    @Override
    public List<Preset> presets() {
        return Presets.ALL;
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return Diagrams.ALL;
    }
}

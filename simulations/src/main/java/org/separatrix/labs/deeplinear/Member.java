package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Waypoints;
import org.separatrix.labs.deeplinear.theory.Imbalance;
import org.separatrix.labs.deeplinear.theory.NeuralTangentKernel;
import org.separatrix.labs.deeplinear.theory.StackedFactor;

/** One of the networks that learn side by side: its weights, its exact theory, and when it learned which mode. */
final class Member {
    /** A mode count beyond this is looked at only every so many steps, to keep the watch below the work. */
    private static final long CHEAP = 1 << 14;

    /** How many weights of the past are kept. */
    private static final int ROOM = 64;

    private final NetworkTask task;
    private final LinearNetwork network;

    /** Null where the network descends in steps. */
    private final GradientFlow flow;

    /** Null where it would take too much. */
    private final Waypoints path;

    private final Exact exact;
    private final Imbalance imbalance;
    private final NeuralTangentKernel startKernel;
    private final List<Matrix> startImbalance;
    private final double startLoss;

    private final double[] learned;
    private final double[] strengths;
    private final double[] lastStrengths;
    private final double[] outputModes;
    private final double[] inputModes;
    private final double[] projected;
    private final long watch;
    private final double[] goals;
    private final Kernels kernels;
    private double lastWatch;

    /** The end-to-end map, kept until the next step, since several observables read it. */
    private Matrix map;

    private double time;
    private long steps;

    Member(NetworkTask task, List<Matrix> weights, Settings settings, Crew crew) {
        this.task = task;
        kernels = crew.kernels(0);
        network = new LinearNetwork(task, weights, crew);
        path = NetworkLandscapes.affordable(network.depth(), network.size())
                ? new Waypoints(ROOM, network.size(), network::copyWeights)
                : null;
        flow = settings.get(Knobs.METHOD) == Knobs.Method.FLOW ? new GradientFlow(network, task, kernels) : null;
        boolean map = flow == null && settings.get(Knobs.OVERLAY) == Knobs.Overlay.MAP;
        double largest = Arrays.stream(task.target().s()).max().orElse(1);
        boolean pair = weights.size() == 2;
        imbalance = pair ? Imbalance.of(weights.get(0), weights.get(1), Math.max(largest, 1e-300)) : null;
        startKernel = pair ? StackedFactor.of(weights.get(0), weights.get(1)).kernel() : null;
        exact = theory(weights, map);
        startImbalance = imbalances(weights);
        startLoss = excessLoss();

        int modes = task.target().s().length;
        int inputs = task.widths()[0];
        int outputs = task.widths()[weights.size()];
        outputModes = task.target().u().values().clone();
        inputModes = task.target()
                .v()
                .block(0, inputs, 0, modes)
                .transpose()
                .values()
                .clone();
        projected = new double[modes * inputs];
        learned = new double[modes];
        Arrays.fill(learned, Double.NaN);
        goals = goals(modes);
        lastStrengths = modes();
        strengths = lastStrengths.clone();
        long cost = (long) modes * inputs * outputs;
        watch = Math.max(1, cost / CHEAP);
    }

    private Exact theory(List<Matrix> weights, boolean map) {
        if (weights.size() == 1 && !map) return new ExactShallow(task, weights.get(0));
        var modes = ExactModes.of(task, weights, map);
        if (modes.isPresent() && (map || weights.size() != 2 || !task.white())) return modes.get();
        if (weights.size() == 2 && task.white() && imbalance.validity() != Imbalance.Validity.HIDDEN)
            return new ExactPair(task, weights, imbalance.lambda());
        return modes.orElse(null);
    }

    /** The strengths at which the modes are half learned: s / 2 over the inputs' variance along each. */
    private double[] goals(int modes) {
        double[] kappa = task.variances();
        double[] goals = new double[modes];
        for (int k = 0; k < modes; k++) goals[k] = task.target().s()[k] / (2 * (kappa == null ? 1 : kappa[k]));
        return goals;
    }

    private static List<Matrix> imbalances(List<Matrix> weights) {
        return java.util.stream.IntStream.range(0, weights.size() - 1)
                .mapToObj(l -> weights.get(l + 1)
                        .transposedTimes(weights.get(l + 1))
                        .minus(weights.get(l).timesTransposed(weights.get(l))))
                .toList();
    }

    /**
     * One natural step.
     *
     * @param clock the time on screen before it
     * @param tick how far the time on screen moves
     */
    void advance(double eta, double clock, double tick) {
        boolean watched = steps % watch == 0;
        if (flow == null) network.descend(eta);
        else flow.advance(eta);
        if (exact != null) exact.descend(eta);
        // A step of descent knows the map before it, a stretch of flow the map after it.
        if (watched) watchModes(flow == null ? clock : clock + tick);
        map = null;
        time += eta;
        steps++;
        if (path != null) path.look(steps);
    }

    /** Notes when modes pass half of their goal, between two looks on a straight line. */
    private void watchModes(double now) {
        int modes = learned.length;
        int inputs = task.widths()[0];
        int outputs = task.widths()[network.depth()];
        kernels.gemm(Kernels.Form.ATB, modes, inputs, outputs, 1, outputModes, network.lastMap(), 0, projected);
        for (int k = 0; k < modes; k++) {
            double u = 0;
            for (int j = 0; j < inputs; j++) u += projected[k * inputs + j] * inputModes[k * inputs + j];
            strengths[k] = u;
            if (Double.isNaN(learned[k]) && goals[k] > 0 && lastStrengths[k] < goals[k] && u >= goals[k])
                learned[k] = lastWatch + (now - lastWatch) * (goals[k] - lastStrengths[k]) / (u - lastStrengths[k]);
            lastStrengths[k] = u;
        }
        lastWatch = now;
    }

    /** The end-to-end map now. */
    private Matrix map() {
        if (map == null) map = network.map();
        return map;
    }

    /** The weights so far and the present ones, oldest first; these alone where all would be too many. */
    List<double[]> path() {
        return path == null ? List.of(network.weights()) : path.states();
    }

    /** When, on the screen's clock, each mode was half learned; NaN where it has not been. */
    double[] learned() {
        return learned;
    }

    /** Whether the loss is still a number of the size it started with. */
    boolean sane() {
        double residual = network.residual();
        // Written so that NaN after the first step, too, is insane.
        return steps == 0 || residual < 1e12 * Math.max(1, startLoss);
    }

    /** Whether nothing is left to learn in double precision. */
    boolean done() {
        return network.residual() < 1e-28 * Math.max(1e-300, startLoss);
    }

    double excessLoss() {
        return network.excessLoss(map());
    }

    double[] modes() {
        return task.target().strengths(map());
    }

    /** The distance of the tangent kernel from its start; NaN for other than two layers. */
    double kernelDistance() {
        return startKernel == null ? Double.NaN : startKernel.distance(kernel());
    }

    NeuralTangentKernel kernel() {
        return StackedFactor.of(network.layer(1), network.layer(2)).kernel();
    }

    double imbalanceDrift() {
        List<Matrix> now = imbalances(java.util.stream.IntStream.rangeClosed(1, network.depth())
                .mapToObj(network::layer)
                .toList());
        double sum = 0;
        for (int l = 0; l < now.size(); l++) {
            double norm = now.get(l).minus(startImbalance.get(l)).frobenius();
            sum += norm * norm;
        }
        return Math.sqrt(sum);
    }

    double[] layerSpectrum(int l) {
        return LinearAlgebra.singularValues(network.layer(l));
    }

    double[] productSpectrum() {
        return LinearAlgebra.singularValues(map());
    }

    /** The state that the theory gives at the present time; null where there is none. */
    Exact.State theory() {
        return exact == null ? null : exact.at(time);
    }

    /** The flow time of this network. */
    double time() {
        return time;
    }

    /** The matrix solution, if that is the theory; null otherwise. */
    ExactPair pair() {
        return exact instanceof ExactPair pair ? pair : null;
    }

    boolean hasTheory() {
        return exact != null;
    }

    /** How nearly two layers are balanced; null for other depths. */
    Imbalance imbalance() {
        return imbalance;
    }
}

package org.separatrix.labs.deeplinear;

import java.util.List;
import java.util.Set;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Label;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;

/** The parameters of the deep linear laboratory, each declared once. */
final class Knobs {
    private Knobs() {}

    /** What is simulated. */
    enum System implements Choice {
        @Label("weight matrices")
        NETWORK,
        @Label("two weights")
        TWO_WEIGHTS,
        @Label("one mode, several depths")
        DEPTHS,
        @Label("learning time against depth")
        LEARNING_TIME,
        @Label("tanh network")
        TANH,
        @Label("student of a noisy teacher")
        STUDENT
    }

    /** What the network is to learn. */
    enum Task implements Choice {
        @Label("a family tree")
        HIERARCHY,
        @Label("branching diffusion")
        BRANCHING,
        @Label("a prescribed spectrum")
        SPECTRUM,
        @Label("a random teacher")
        TEACHER
    }

    /** The second moment of the inputs. */
    enum Inputs implements Choice {
        @Label("whitened")
        WHITE,
        @Label("correlated along the modes")
        ALIGNED,
        @Label("correlated across the modes")
        ROTATED
    }

    /** How the weights are drawn. */
    enum Weights implements Choice {
        @Label("Gaussian, σ")
        GAUSSIAN,
        @Label("Gaussian, g/√N")
        SCALED,
        @Label("orthogonal, g")
        ORTHOGONAL,
        @Label("greedily pretrained")
        PRETRAINED,
        @Label("λ-balanced")
        BALANCED,
        @Label("aligned with the modes")
        ALIGNED
    }

    /** Whether a second network with other initial weights learns beside the first. */
    enum Rival implements Choice {
        NONE,
        @Label("Gaussian, g/√N")
        SCALED,
        @Label("orthogonal, g")
        ORTHOGONAL,
        @Label("greedily pretrained")
        PRETRAINED;

        Weights weights() {
            return Weights.valueOf(name());
        }
    }

    /** How the layers of a tanh network are drawn. */
    enum Layers implements Choice {
        @Label("orthogonal, g")
        ORTHOGONAL,
        @Label("Gaussian, g/√N")
        GAUSSIAN
    }

    /** What is the same at all depths. */
    enum Same implements Choice {
        @Label("the strength of a layer")
        LAYERS,
        @Label("the product of all layers")
        PRODUCT
    }

    /** How time passes. */
    enum Method implements Choice {
        @Label("gradient descent")
        DESCENT,
        @Label("gradient flow")
        FLOW
    }

    /** What the theory's curves follow, where the modes are independent. */
    enum Overlay implements Choice {
        @Label("gradient flow")
        FLOW,
        @Label("gradient descent, mode by mode")
        MAP
    }

    /** The inputs of the student. */
    enum Scales implements Choice {
        @Label("one scale")
        ONE,
        @Label("two scales")
        TWO
    }

    static final Parameter<System> SYSTEM = Parameter.choice("system", "system", System.NETWORK)
            .meaning("What is simulated: whole networks, a single mode of one, or a student of a noisy teacher.");

    private static final Condition NETWORK = Condition.when(SYSTEM, System.NETWORK);
    private static final Condition TWO_WEIGHTS = Condition.when(SYSTEM, System.TWO_WEIGHTS);
    private static final Condition DEPTHS_ONLY = Condition.when(SYSTEM, System.DEPTHS);
    private static final Condition LEARNING_TIME = Condition.when(SYSTEM, System.LEARNING_TIME);
    private static final Condition TANH_ONLY = Condition.when(SYSTEM, System.TANH);
    private static final Condition STUDENT = Condition.when(SYSTEM, System.STUDENT);

    static final Parameter<Task> TASK = Parameter.choice("task", "task", Task.HIERARCHY)
            .meaning("What the network is to learn: the singular values of its targets set the order of learning.")
            .under("Task")
            .appliesWhen(NETWORK);
    private static final Condition TREE_TASK =
            NETWORK.and(Condition.when(TASK, Set.of(Task.HIERARCHY, Task.BRANCHING)));
    private static final Condition FREE_SIZES = NETWORK.and(Condition.when(TASK, Set.of(Task.SPECTRUM, Task.TEACHER)));

    static final Parameter<Long> TREE = Parameter.whole("tree", "D", "tree depth", 1, 6, 3)
            .meaning("The depth of the tree: 2^D items, and one property for each node.")
            .under("Task")
            .appliesWhen(TREE_TASK);
    static final Parameter<Double> FLIP = Parameter.real("flip", "e", "flip probability", 0, 0.5, 0.1)
            .meaning("How often a child differs from its parent in a feature.")
            .under("Task")
            .appliesWhen(NETWORK.and(Condition.when(TASK, Task.BRANCHING)));
    static final Parameter<Long> FEATURES = Parameter.whole("features", "N_f", "features", 8, 256, 64)
            .meaning("How many independent features the items have.")
            .under("Task")
            .appliesWhen(NETWORK.and(Condition.when(TASK, Task.BRANCHING)));
    static final Parameter<List<Double>> SPECTRUM = Parameter.sequence(
                    "s", "s", "singular values", 64, 0, 100, List.of(1.5, 1.2, 0.8, 0.5))
            .meaning("The strengths of the target's modes; absent ones are zero.")
            .under("Task")
            .appliesWhen(NETWORK.and(Condition.when(TASK, Task.SPECTRUM)));
    static final Parameter<Double> TEACHER = Parameter.real("sbar", "s̄", "teacher scale", 0.1, 10, 1)
            .meaning("The scale of the random teacher's singular values.")
            .under("Task")
            .appliesWhen(NETWORK.and(Condition.when(TASK, Task.TEACHER)));
    static final Parameter<Long> INPUT_SIZE = Parameter.whole("n_in", "Nᵢ", "inputs", 1, 256, 8)
            .meaning("The width of the input layer.")
            .under("Task")
            .appliesWhen(FREE_SIZES);
    static final Parameter<Long> OUTPUT_SIZE = Parameter.whole("n_out", "Nₒ", "outputs", 1, 256, 8)
            .meaning("The width of the output layer.")
            .under("Task")
            .appliesWhen(FREE_SIZES);
    static final Parameter<Inputs> INPUTS = Parameter.choice("inputs", "input statistics", Inputs.WHITE)
            .meaning("The second moment of the inputs; correlations across the modes couple them.")
            .under("Task")
            .appliesWhen(NETWORK);
    static final Parameter<Double> CONDITION = Parameter.log("condition", "κ", "condition number", 1, 1000, 4)
            .meaning("The largest input variance over the smallest, which are spread evenly in the logarithm.")
            .under("Task")
            .appliesWhen(NETWORK.and(Condition.when(INPUTS, Set.of(Inputs.ALIGNED, Inputs.ROTATED))));

    static final Parameter<Long> DEPTH = Parameter.whole("depth", "L", "depth", 1, 128, 2)
            .meaning("The number of weight matrices.")
            .under("Network")
            .appliesWhen(Condition.when(SYSTEM, Set.of(System.NETWORK, System.TANH)));
    static final Parameter<List<Double>> HIDDEN = Parameter.sequence(
                    "hidden", "N_h", "hidden widths", 127, 1, 512, List.of(16.0))
            .meaning("The widths of the hidden layers; one number stands for all of them.")
            .under("Network")
            .appliesWhen(NETWORK);

    static final Parameter<Weights> WEIGHTS = Parameter.choice("init", "initial weights", Weights.GAUSSIAN)
            .meaning("How the weights are drawn at the start.")
            .under("Initial weights")
            .appliesWhen(NETWORK);
    static final Parameter<Double> SIGMA = Parameter.log("sigma", "σ", "weight scale", 1e-4, 2, 0.01)
            .meaning("The standard deviation of each weight: small is rich, large is lazy.")
            .under("Initial weights")
            .appliesWhen(NETWORK.and(Condition.when(WEIGHTS, Weights.GAUSSIAN)));
    static final Parameter<Double> GAIN = Parameter.real("gain", "g", "gain", 0.1, 3, 1)
            .meaning("The scale of each layer: signals grow above 1 and fade below.")
            .under("Initial weights")
            .appliesWhen(Condition.when(SYSTEM, Set.of(System.NETWORK, System.LEARNING_TIME, System.TANH)));
    static final Parameter<List<Double>> LAMBDA = Parameter.sequence(
                    "lambda", "λ", "imbalance", 6, -30, 30, List.of(0.0))
            .meaning("How much larger the second layer is than the first; several values train side by side.")
            .under("Initial weights")
            .appliesWhen(NETWORK.and(Condition.when(WEIGHTS, Weights.BALANCED)));
    static final Parameter<Double> PRODUCT = Parameter.log("p", "p", "initial product", 1e-4, 10, 0.1)
            .meaning("The root mean square of the initial product's singular values.")
            .under("Initial weights")
            .appliesWhen(NETWORK.and(Condition.when(WEIGHTS, Weights.BALANCED)));
    static final Parameter<Double> STRENGTH = Parameter.log("a0", "a₀", "initial strength", 1e-4, 2, 0.3)
            .meaning("The strength of every mode in every layer at the start.")
            .under("Initial weights")
            .appliesWhen(new Condition(
                    "only with aligned initial weights, or with one mode at several depths",
                    settings -> settings.get(SYSTEM) == System.DEPTHS
                            || NETWORK.holds(settings) && settings.get(WEIGHTS) == Weights.ALIGNED));
    static final Parameter<Rival> RIVAL = Parameter.choice("rival", "rival", Rival.NONE)
            .meaning("A second network that learns the same task from other initial weights.")
            .under("Initial weights")
            .appliesWhen(NETWORK);

    static final Parameter<Double> TARGET = Parameter.real("target", "s", "target strength", -3, 3, 1)
            .meaning("The product that the two weights are to reach.")
            .under("Mode")
            .appliesWhen(TWO_WEIGHTS);
    static final Parameter<List<Double>> START_A = Parameter.sequence(
                    "start_a", "a₀", "first weight", 24, -3, 3, List.of(-0.9))
            .meaning("Where the first weight starts; several values run side by side.")
            .under("Mode")
            .appliesWhen(TWO_WEIGHTS);
    static final Parameter<List<Double>> START_B = Parameter.sequence(
                    "start_b", "b₀", "second weight", 24, -3, 3, List.of(1.0))
            .meaning("Where the second weight starts; one number stands for all.")
            .under("Mode")
            .appliesWhen(TWO_WEIGHTS);
    static final Parameter<List<Double>> DEPTHS = Parameter.sequence(
                    "depths", "L", "depths", 8, 1, 64, List.of(2.0, 3.0, 4.0, 5.0))
            .meaning("The depths that are compared.")
            .under("Mode")
            .appliesWhen(new Condition(
                    "only where several depths are compared",
                    settings -> DEPTHS_ONLY.holds(settings) || LEARNING_TIME.holds(settings)));
    static final Parameter<Double> MODE = Parameter.log("mode", "s", "mode strength", 0.1, 10, 1)
            .meaning("The singular value of the mode that is learned.")
            .under("Mode")
            .appliesWhen(DEPTHS_ONLY);

    static final Parameter<Same> SAME = Parameter.choice("same", "the same at all depths", Same.LAYERS)
            .meaning("With equal layers the plateau grows with depth; with equal products time, times L, has a limit.")
            .under("Mode")
            .appliesWhen(DEPTHS_ONLY);

    static final Parameter<Double> TOLERANCE = Parameter.log("tolerance", "", "learned when", 1e-4, 0.9, 0.01)
            .meaning("The relative loss at which a network counts as trained.")
            .under("Training")
            .appliesWhen(LEARNING_TIME);
    static final Parameter<Long> PATIENCE = Parameter.whole("cap", "", "patience", 50, 5000, 400)
            .meaning("After how many steps an untrained network is given up.")
            .under("Training")
            .appliesWhen(LEARNING_TIME);

    static final Parameter<Layers> LAYERS = Parameter.choice("layers", "layers", Layers.ORTHOGONAL)
            .meaning("How the layers of the tanh network are drawn.")
            .under("Network")
            .appliesWhen(TANH_ONLY);
    static final Parameter<Long> WIDTH = Parameter.whole("width", "N", "width", 8, 256, 32)
            .meaning("The width of the layers, or the number of the student's inputs.")
            .under("Network")
            .appliesWhen(Condition.when(SYSTEM, Set.of(System.TANH, System.STUDENT, System.LEARNING_TIME)));

    static final Parameter<List<Double>> ALPHA = Parameter.sequence(
                    "alpha", "α", "samples per input", 6, 0.05, 20, List.of(1.0))
            .meaning("The number of samples over the number of inputs; several values learn side by side.")
            .under("Student")
            .appliesWhen(STUDENT);
    static final Parameter<Double> TEACHER_POWER = Parameter.log("sigma_w2", "σ_w²", "teacher power", 0.01, 100, 1)
            .meaning("The squared length of the teacher.")
            .under("Student")
            .appliesWhen(STUDENT);
    static final Parameter<Double> NOISE_POWER = Parameter.log("sigma_eps2", "σ_ε²", "noise power", 1e-4, 100, 0.25)
            .meaning("The variance of the noise in the teacher's answers.")
            .under("Student")
            .appliesWhen(STUDENT);
    static final Parameter<Double> START_POWER = Parameter.real("sigma_02", "σ₀²", "initial power", 0, 10, 0)
            .meaning("The squared length of the student at the start.")
            .under("Student")
            .appliesWhen(STUDENT);
    static final Parameter<Scales> SCALES = Parameter.choice("scales", "input scales", Scales.ONE)
            .meaning("Whether all inputs have one variance, or a few have a tiny one and most of the teacher's power.")
            .under("Student")
            .appliesWhen(STUDENT);

    static final Parameter<Method> METHOD = Parameter.choice("method", "method", Method.DESCENT)
            .meaning("Gradient descent in steps, or the flow that it becomes for small steps.")
            .under("Learning")
            .appliesWhen(Condition.when(SYSTEM, Set.of(System.NETWORK, System.STUDENT)));
    static final Parameter<Double> ETA = Parameter.log("eta", "η", "step size", 1e-5, 10, 0.02)
            .meaning("The size of a gradient step, and the time between two looks at a flow.")
            .under("Learning")
            .whileRunning()
            .appliesWhen(new Condition(
                    "not where each network takes its own best step, nor where time runs on a logarithmic scale",
                    settings -> settings.get(SYSTEM) != System.LEARNING_TIME
                            && !(STUDENT.holds(settings) && settings.get(METHOD) == Method.FLOW)));
    static final Parameter<Double> RIVAL_ETA = Parameter.log("rival_eta", "η′", "the rival's step", 1e-5, 10, 0.02)
            .meaning("The size of the rival's gradient step: each kind of initial weights has its own best.")
            .under("Learning")
            .whileRunning()
            .appliesWhen(
                    NETWORK.and(new Condition("only with a rival", settings -> settings.get(RIVAL) != Rival.NONE)));
    static final Parameter<Overlay> OVERLAY = Parameter.choice("overlay", "theory", Overlay.FLOW)
            .meaning("What the theory follows where the modes are independent: the flow, or the very steps.")
            .under("Learning")
            .appliesWhen(NETWORK.and(Condition.when(METHOD, Method.DESCENT)));

    static final List<Parameter<?>> ALL = List.of(
            SYSTEM,
            TASK,
            TREE,
            FLIP,
            FEATURES,
            SPECTRUM,
            TEACHER,
            INPUT_SIZE,
            OUTPUT_SIZE,
            INPUTS,
            CONDITION,
            DEPTH,
            HIDDEN,
            LAYERS,
            WIDTH,
            WEIGHTS,
            SIGMA,
            GAIN,
            LAMBDA,
            PRODUCT,
            STRENGTH,
            RIVAL,
            TARGET,
            START_A,
            START_B,
            DEPTHS,
            MODE,
            SAME,
            TOLERANCE,
            PATIENCE,
            ALPHA,
            TEACHER_POWER,
            NOISE_POWER,
            START_POWER,
            SCALES,
            METHOD,
            ETA,
            RIVAL_ETA,
            OVERLAY);

    /** The values of a list, the last repeated up to a length. */
    static double[] repeated(List<Double> values, int length) {
        double[] all = new double[length];
        for (int i = 0; i < length; i++) all[i] = values.get(Math.min(i, values.size() - 1));
        return all;
    }

    /** A list of whole numbers. */
    static int[] whole(Settings settings, Parameter<List<Double>> parameter) {
        return settings.get(parameter).stream()
                .mapToInt(value -> (int) Math.rint(value))
                .toArray();
    }
}

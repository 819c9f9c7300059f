package org.separatrix.labs.grokking;

import java.util.List;
import java.util.Set;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Label;
import org.separatrix.lab.Parameter;

/** The parameters of the grokking laboratory, each declared once. */
final class Knobs {
    private Knobs() {}

    /** What is simulated. */
    enum System implements Choice {
        @Label("quadratic teacher")
        QUADRATIC,
        @Label("student and teacher")
        STUDENT,
        @Label("modular addition")
        MODULAR
    }

    /** How the network is followed. */
    enum Mode implements Choice {
        @Label("exact reduction")
        REDUCED,
        @Label("every weight")
        DIRECT
    }

    /** How the step size is chosen. */
    enum Step implements Choice {
        @Label("η₀ as given")
        GIVEN,
        @Label("safe at start and end")
        SAFE
    }

    /** A theory beyond the lazy one. */
    enum Overlay implements Choice {
        NONE,
        @Label("infinitely many samples")
        INFINITE_DATA,
        @Label("dynamical mean field")
        MEAN_FIELD
    }

    /** What the student learns. */
    enum Task implements Choice {
        @Label("erf(2 w*·x)")
        ERF,
        @Label("(β·x)²/2")
        SQUARE
    }

    /** How the student starts. */
    enum Start implements Choice {
        @Label("pairs that cancel")
        MIRRORED,
        @Label("independent")
        PLAIN
    }

    /** What the hidden units of modular addition make of their input. */
    enum Unit implements Choice {
        @Label("h²")
        QUAD,
        @Label("ReLU")
        RELU
    }

    /** What modular addition minimises. */
    enum Loss implements Choice {
        @Label("mean square")
        MSE,
        @Label("cross-entropy of the softmax")
        CE,
        @Label("cross-entropy of StableMax")
        STABLE
    }

    /** How modular addition descends. */
    enum Optimiser implements Choice {
        @Label("AdamW")
        ADAMW,
        @Label("gradient descent")
        GD
    }

    /** In what precision modular addition computes. */
    enum Precision implements Choice {
        DOUBLE,
        SINGLE
    }

    static final Parameter<System> SYSTEM = Parameter.choice("system", "system", System.QUADRATIC)
            .meaning("What learns: a network with a solvable teacher, a general student, or addition modulo p.");

    private static final Condition QUADRATIC = Condition.when(SYSTEM, System.QUADRATIC);
    private static final Condition STUDENT = Condition.when(SYSTEM, System.STUDENT);
    private static final Condition MODULAR = Condition.when(SYSTEM, System.MODULAR);
    private static final Condition TEACHER = Condition.when(SYSTEM, Set.of(System.QUADRATIC, System.STUDENT));

    static final Parameter<Double> ALPHA = Parameter.log("alpha", "α", "output scale", 0.01, 100, 1)
            .meaning("How much the network's output is scaled: large is lazy, its kernel hardly moves.")
            .under("Network");
    static final Parameter<Activation> ACTIVATION = Parameter.choice("act", "activation", Activation.ERF)
            .meaning("What the student's neurons make of their input.")
            .under("Network")
            .appliesWhen(STUDENT);
    static final Parameter<Double> EPS = Parameter.log("eps", "ε", "curvature", 1e-3, 10, 0.25)
            .meaning("The curvature of φ(h) = h + ε h²/2: small is misaligned, the kernel hardly sees the task.")
            .under("Network")
            .appliesWhen(new Condition(
                    "only where the activation is quadratic",
                    settings -> QUADRATIC.holds(settings)
                            || STUDENT.holds(settings) && settings.get(ACTIVATION) == Activation.QUADRATIC));
    static final Parameter<Boolean> CENTRED = Parameter.toggle("centred", "initial output removed", false)
            .meaning("Takes the network's first answers away from all of its answers.")
            .under("Network")
            .appliesWhen(TEACHER);
    static final Parameter<Boolean> INFINITE = Parameter.toggle("infinite", "infinite width", false)
            .meaning("Lets infinitely many neurons learn; the exact reduction makes that as cheap as any number.")
            .under("Network")
            .appliesWhen(QUADRATIC);
    static final Parameter<Long> WIDTH = Parameter.whole("width", "N", "neurons", 1, 4096, 500)
            .meaning("The number of hidden neurons.")
            .under("Network")
            .appliesWhen(new Condition(
                    "only for finite width", settings -> !QUADRATIC.holds(settings) || !settings.get(INFINITE)));
    static final Parameter<Mode> MODE = Parameter.choice("mode", "simulation", Mode.REDUCED)
            .meaning("Follows two moments of the weights, which is exact, or every weight.")
            .under("Network")
            .appliesWhen(QUADRATIC);
    static final Parameter<Boolean> READOUT = Parameter.toggle("readout", "read-out learns", true)
            .meaning("Trains the second layer, too.")
            .under("Network")
            .appliesWhen(STUDENT);
    static final Parameter<Start> START = Parameter.choice("start", "start", Start.MIRRORED)
            .meaning("Starts with pairs of neurons that cancel, so that the first answers are zero, or without.")
            .under("Network")
            .appliesWhen(STUDENT);

    static final Parameter<Task> TASK = Parameter.choice("task", "task", Task.ERF)
            .meaning("What the teacher answers.")
            .under("Task")
            .appliesWhen(STUDENT);
    static final Parameter<Long> DIMENSION = Parameter.whole("d", "D", "dimension", 2, 512, 100)
            .meaning("The number of inputs.")
            .under("Task")
            .appliesWhen(TEACHER);
    static final Parameter<Long> SAMPLES = Parameter.whole("samples", "P", "training samples", 1, 4096, 550)
            .meaning("How many samples are learned from: the delay is long where they barely suffice.")
            .under("Task")
            .appliesWhen(TEACHER);
    static final Parameter<Boolean> RESCALE = Parameter.toggle("rescale", "|β|² = D", true)
            .meaning("Gives every teacher the same norm, so that losses compare between seeds.")
            .under("Task")
            .appliesWhen(QUADRATIC);

    static final Parameter<Double> ETA0 = Parameter.log("eta0", "η₀", "step", 1e-4, 1e4, 20)
            .meaning("The step in gradient-flow time τ; it is stable below P over the kernel's largest eigenvalue.")
            .under("Training")
            .appliesWhen(TEACHER);
    static final Parameter<Step> STEP = Parameter.choice("step_size", "step size", Step.GIVEN)
            .meaning("Takes η₀, or the largest step that is safe for the first and for the learned kernel.")
            .under("Training")
            .appliesWhen(QUADRATIC);
    static final Parameter<Double> THRESHOLD = Parameter.log("threshold", "θ", "learned when", 1e-4, 0.9, 0.1)
            .meaning("The loss, relative to that of answering zero, at which a curve counts as fallen.")
            .under("Training")
            .appliesWhen(TEACHER);

    static final Parameter<Long> MODULUS = Parameter.whole("p", "p", "modulus", 3, 127, 31)
            .meaning("Numbers are added modulo p: all p² pairs are the task.")
            .under("Task")
            .appliesWhen(MODULAR);
    static final Parameter<Double> FRACTION = Parameter.real("frac", "", "share for training", 0.05, 0.95, 0.5)
            .meaning("The share of the pairs that are learned from; the others test.")
            .under("Task")
            .appliesWhen(MODULAR);
    static final Parameter<Unit> UNIT = Parameter.choice("unit", "hidden unit", Unit.QUAD)
            .meaning("What the hidden units make of their input.")
            .under("Network")
            .appliesWhen(MODULAR);
    static final Parameter<Double> SCALE = Parameter.log("scale", "σ", "initial scale", 0.01, 10, 0.3)
            .meaning("The scale of the initial weights: large memorises first.")
            .under("Network")
            .appliesWhen(MODULAR);
    static final Parameter<Loss> LOSS = Parameter.choice("loss", "loss", Loss.MSE)
            .meaning("What is minimised; without weight decay the softmax runs out of digits.")
            .under("Training")
            .appliesWhen(MODULAR);
    static final Parameter<Optimiser> OPTIMISER = Parameter.choice("opt", "optimiser", Optimiser.ADAMW)
            .meaning("How the gradient becomes a step.")
            .under("Training")
            .appliesWhen(MODULAR);
    static final Parameter<Double> RATE = Parameter.log("lr", "η", "learning rate", 1e-5, 1, 0.01)
            .meaning("The step size of the optimiser.")
            .under("Training")
            .appliesWhen(MODULAR)
            .whileRunning();
    static final Parameter<Double> DECAY = Parameter.real("wd", "λ", "weight decay", 0, 5, 0)
            .meaning("How strongly weights shrink on their own: a reason to leave the memorising solution.")
            .under("Training")
            .appliesWhen(Condition.when(SYSTEM, Set.of(System.STUDENT, System.MODULAR)));
    static final Parameter<Boolean> ORTHOGONAL = Parameter.toggle("perp", "gradient across the weights", false)
            .meaning("Removes from each gradient its part along the weights, which would only scale the logits.")
            .under("Training")
            .appliesWhen(MODULAR);
    private static final Condition ADAM = MODULAR.and(Condition.when(OPTIMISER, Optimiser.ADAMW));
    static final Parameter<Double> BETA1 = Parameter.real("beta1", "β₁", "memory of the gradient", 0, 0.999, 0.9)
            .meaning("How slowly Adam forgets the mean of the gradients.")
            .under("Training")
            .appliesWhen(ADAM);
    static final Parameter<Double> BETA2 = Parameter.real("beta2", "β₂", "memory of its square", 0, 0.9999, 0.98)
            .meaning("How slowly Adam forgets the mean square of the gradients.")
            .under("Training")
            .appliesWhen(ADAM);
    static final Parameter<Double> ADAM_EPS = Parameter.log("adam_eps", "", "Adam's floor", 1e-30, 1e-2, 1e-8)
            .meaning("What Adam adds to the root mean square: gradients far below it stop moving the weights.")
            .under("Training")
            .appliesWhen(ADAM);
    static final Parameter<Precision> PRECISION = Parameter.choice("precision", "precision", Precision.DOUBLE)
            .meaning("In what precision the network computes; single is faster, and shows softmax collapse.")
            .under("Training")
            .appliesWhen(new Condition(
                    "only for modular addition and for the exact reduction",
                    settings -> MODULAR.holds(settings)
                            || QUADRATIC.holds(settings) && settings.get(MODE) == Mode.REDUCED));

    static final Parameter<Overlay> OVERLAY = Parameter.choice("overlay", "further theory", Overlay.NONE)
            .meaning("Draws a theory of many samples, or of high dimension, beside the run.")
            .under("Theory")
            .appliesWhen(QUADRATIC);
    static final Parameter<Boolean> KERNEL = Parameter.toggle("kernel_spectrum", "spectrum of the kernel", false)
            .meaning("Records all eigenvalues of the tangent kernel, which costs time.")
            .under("Theory")
            .appliesWhen(QUADRATIC);
    static final Parameter<Boolean> CURVATURE = Parameter.toggle("curvature", "spectrum of the Hessian", false)
            .meaning("Records the Hessian's spectrum and its largest eigenvalue beside 2/η, which costs time.")
            .under("Theory")
            .appliesWhen(QUADRATIC);
    static final Parameter<Boolean> PATH = Parameter.toggle("path", "path kept", true)
            .meaning("Keeps the path of the weights, for landscapes; without it a run takes a little less memory.")
            .under("Landscape")
            .appliesWhen(QUADRATIC);
    static final List<Parameter<?>> ALL = List.of(
            SYSTEM,
            ALPHA,
            EPS,
            ACTIVATION,
            UNIT,
            WIDTH,
            INFINITE,
            CENTRED,
            MODE,
            READOUT,
            START,
            SCALE,
            DIMENSION,
            SAMPLES,
            TASK,
            RESCALE,
            MODULUS,
            FRACTION,
            LOSS,
            OPTIMISER,
            ETA0,
            STEP,
            RATE,
            DECAY,
            ORTHOGONAL,
            BETA1,
            BETA2,
            ADAM_EPS,
            PRECISION,
            THRESHOLD,
            OVERLAY,
            KERNEL,
            CURVATURE,
            PATH);
}

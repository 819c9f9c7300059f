package org.separatrix.labs.waterfilling;

import java.util.List;
import java.util.Set;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Domain;
import org.separatrix.lab.Label;
import org.separatrix.lab.Parameter;

/** The parameters of the water-filling laboratory, each declared once. */
final class Knobs {
    private Knobs() {}

    /** Where the gains come from. */
    enum World implements Choice {
        @Label("Rayleigh fading")
        RAYLEIGH,
        @Label("tug of war")
        TUG_OF_WAR,
        @Label("three alike")
        THREE_SYMMETRIC,
        @Label("rock, paper, scissors")
        CYCLIC,
        FLAT,
        @Label("given data")
        GIVEN
    }

    /** Where the users stand. */
    enum Layout implements Choice {
        @Label("all links alike")
        EQUAL,
        @Label("scattered in a square")
        SQUARE
    }

    /** The powers at the beginning. */
    enum Start implements Choice {
        @Label("equal power")
        EQUAL,
        RANDOM,
        @Label("all on the first tone")
        CORNER,
        @Label("a point")
        POINT
    }

    /** Who responds when. */
    enum Update implements Choice {
        SIMULTANEOUS,
        SEQUENTIAL,
        ASYNCHRONOUS
    }

    /** The order of a sequential sweep. */
    enum Order implements Choice {
        @Label("by number")
        NATURAL,
        REVERSED,
        @Label("drawn every sweep")
        RANDOM
    }

    /** How old the news is that an asynchronous user acts on. */
    enum Delays implements Choice {
        @Label("always d")
        FIXED,
        @Label("drawn for each user")
        USER,
        @Label("drawn for each link")
        LINK
    }

    /** What the time axis counts. */
    enum Clock implements Choice {
        @Label("updates of every user")
        ITERATIONS,
        @Label("moments of measurement")
        TICKS
    }

    /** The longest delay there may be, in ticks. */
    static final int LONGEST_DELAY = 32;

    private static final String CHANNEL = "Channel";
    private static final String POWER_GROUP = "Power";
    private static final String START_GROUP = "Start";
    private static final String UPDATES = "Updates";
    private static final String VIEW = "View";

    static final Parameter<World> WORLD = Parameter.choice("channel", "channel", World.RAYLEIGH)
            .meaning("Where the gains come from: random fading, or small games whose behaviour is known exactly.")
            .under(CHANNEL);
    private static final Condition RAYLEIGH = Condition.when(WORLD, World.RAYLEIGH);
    private static final Condition FREE_SIZES = Condition.when(WORLD, Set.of(World.RAYLEIGH, World.CYCLIC, World.FLAT));

    static final Parameter<Long> USERS = Parameter.whole("users", "K", "users", 1, 64, 4)
            .meaning("Pairs of a transmitter and a receiver; everyone's power is everyone else's noise.")
            .under(CHANNEL)
            .appliesWhen(FREE_SIZES);
    static final Parameter<Long> TONES = Parameter.whole("tones", "N", "tones", 1, 4096, 16)
            .meaning("Parallel channels over which each user spreads its power.")
            .under(CHANNEL)
            .appliesWhen(FREE_SIZES);
    static final Parameter<Double> ALPHA = Parameter.log("alpha", "α", "interference", 0.005, 5, 0.1)
            .meaning("The mean gain of an interfering link, relative to a user's own link.")
            .under(CHANNEL)
            .whileRunning()
            .appliesWhen(
                    Condition.when(WORLD, Set.of(World.RAYLEIGH, World.THREE_SYMMETRIC, World.CYCLIC, World.FLAT)));
    static final Parameter<Double> SNR = Parameter.real("snr_db", "SNR", "signal to noise", -20, 60, 10)
            .meaning("The noise power is 10^(−SNR/10) on every tone.")
            .unit("dB")
            .under(CHANNEL)
            .whileRunning()
            .appliesWhen(FREE_SIZES);
    static final Parameter<Double> GAP = Parameter.real("gap", "Γ", "SNR gap", 1, 20, 1)
            .meaning("How much more signal real modulation needs than the best; it multiplies noise and interference.")
            .under(CHANNEL)
            .whileRunning();
    static final Parameter<Long> TAPS = Parameter.whole("taps", "L", "taps", 1, 64, 4)
            .meaning("Echoes of every link: one makes all tones alike, many make neighbouring tones differ.")
            .under(CHANNEL)
            .appliesWhen(RAYLEIGH);
    static final Parameter<Double> DECAY = Parameter.real("decay", "", "decay of the echoes", 0, 5, 0)
            .meaning("How fast the power of later echoes falls off, in e-folds per tap.")
            .under(CHANNEL)
            .appliesWhen(RAYLEIGH);
    static final Parameter<Boolean> SYMMETRIC = Parameter.toggle("symmetric", "symmetric links", false)
            .meaning("Makes links reciprocal and everyone's own link perfect: then the game has a potential.")
            .under(CHANNEL)
            .appliesWhen(RAYLEIGH);
    static final Parameter<Layout> LAYOUT = Parameter.choice("layout", "layout", Layout.EQUAL)
            .meaning("Whether all interfering links are equally strong on average, or fall off with distance.")
            .under(CHANNEL)
            .appliesWhen(RAYLEIGH);
    static final Parameter<Double> GAMMA = Parameter.real("gamma", "γ", "path loss exponent", 2, 5, 3.5)
            .meaning("How steeply gains fall off with distance.")
            .under(CHANNEL)
            .appliesWhen(RAYLEIGH.and(Condition.when(LAYOUT, Layout.SQUARE)));

    static final Parameter<Double> POWER = Parameter.log("power", "P", "budgets, relative", 0.01, 100, 1)
            .meaning("Multiplies the power that every user has to spend.")
            .under(POWER_GROUP)
            .whileRunning();
    static final Parameter<Boolean> MASKED = Parameter.toggle("masked", "spectral mask", false)
            .meaning("Limits the power on every single tone.")
            .under(POWER_GROUP)
            .whileRunning();
    static final Parameter<Double> CAP = Parameter.log("cap", "", "cap", 1, 100, 1.4)
            .meaning("The most power on one tone, relative to the same power on every tone.")
            .under(POWER_GROUP)
            .whileRunning()
            .appliesWhen(Condition.when(MASKED));
    static final Parameter<List<Double>> AWAY = new Parameter<>(
                    "away",
                    "",
                    "users switched off",
                    "",
                    "",
                    new Domain.Sequence(0, 64, 0, 63),
                    List.of(),
                    true,
                    POWER_GROUP,
                    Condition.ALWAYS)
            .meaning("The numbers of users that send nothing; they may go and come while the run goes on.");

    static final Parameter<Start> START = Parameter.choice("start", "start", Start.EQUAL)
            .meaning("The powers at the beginning.")
            .under(START_GROUP);
    static final Parameter<Long> START_SEED = Parameter.whole("start_seed", "", "seed of the start", 0, 1 << 30, 1)
            .meaning("Chooses the random start, on the same channel.")
            .under(START_GROUP)
            .appliesWhen(Condition.when(START, Start.RANDOM));
    private static final Condition POINT = Condition.when(START, Start.POINT);
    static final Parameter<Double> X0 = Parameter.real("x0", "x₀", "user 0 on tone 0", 0, 1, 0.5)
            .meaning("The share of its budget that user 0 puts on the first of two tones.")
            .under(START_GROUP)
            .appliesWhen(POINT);
    static final Parameter<Double> X1 = Parameter.real("x1", "x₁", "user 1 on tone 0", 0, 1, 0.5)
            .meaning("The share of its budget that user 1 puts on the first of two tones.")
            .under(START_GROUP)
            .appliesWhen(POINT);

    static final Parameter<Update> UPDATE = Parameter.choice("update", "update", Update.SIMULTANEOUS)
            .meaning("Who responds when: all at once, one after the other, or whoever comes, on old news.")
            .under(UPDATES)
            .whileRunning();
    static final Parameter<Double> LAMBDA = Parameter.real("lambda", "λ", "relaxation", 0.005, 1, 1)
            .meaning("How far towards its best response a user moves.")
            .under(UPDATES)
            .whileRunning();
    private static final Condition ASYNCHRONOUS = Condition.when(UPDATE, Update.ASYNCHRONOUS);
    static final Parameter<Order> ORDER = Parameter.choice("order", "order", Order.NATURAL)
            .meaning("The order in which users respond within a sweep.")
            .under(UPDATES)
            .whileRunning()
            .appliesWhen(Condition.when(UPDATE, Update.SEQUENTIAL));
    static final Parameter<Double> Q = Parameter.real("q", "q", "update probability", 0.01, 1, 0.5)
            .meaning("How likely a user responds in a tick.")
            .under(UPDATES)
            .whileRunning()
            .appliesWhen(ASYNCHRONOUS);
    static final Parameter<Long> D = Parameter.whole("d", "d", "largest delay", 0, LONGEST_DELAY, 0)
            .meaning("How many ticks old the news about other users may be.")
            .under(UPDATES)
            .whileRunning()
            .appliesWhen(ASYNCHRONOUS);
    static final Parameter<Delays> DELAYS = Parameter.choice("schedule_mode", "delays", Delays.USER)
            .meaning("Whether news is always d ticks old, or of random age up to d.")
            .under(UPDATES)
            .whileRunning()
            .appliesWhen(ASYNCHRONOUS);
    static final Parameter<Long> SCHEDULE_SEED = Parameter.whole(
                    "schedule_seed", "", "seed of the schedule", 0, 1 << 30, 1)
            .meaning("Chooses who responds when and on how old news, on the same channel.")
            .under(UPDATES)
            .appliesWhen(ASYNCHRONOUS);
    static final Parameter<Double> NOISE = Parameter.real("noise", "s", "measurement noise", 0, 1, 0)
            .meaning("The relative error with which users measure noise and interference.")
            .under(UPDATES)
            .whileRunning();
    static final Parameter<Double> FRACTION = Parameter.real("fraction", "f", "tones updated", 0.01, 1, 1)
            .meaning("The share of the tones, drawn anew each time, over which a user pours what power is on them.")
            .under(UPDATES)
            .whileRunning();
    static final Parameter<Boolean> DIMINISH = Parameter.toggle("diminish", "diminishing steps", false)
            .meaning("Lets the relaxation fall off as λ/(1 + t/τ)^κ, so that measurement noise averages out.")
            .under(UPDATES)
            .whileRunning();
    static final Parameter<Double> TAU = Parameter.log("tau", "τ", "onset of the fall", 1, 1000, 10)
            .meaning("After how many steps the relaxation begins to fall off.")
            .under(UPDATES)
            .whileRunning()
            .appliesWhen(Condition.when(DIMINISH));
    static final Parameter<Double> KAPPA = Parameter.real("kappa", "κ", "power of the fall", 0.51, 1, 1)
            .meaning("How fast the relaxation falls off.")
            .under(UPDATES)
            .whileRunning()
            .appliesWhen(Condition.when(DIMINISH));

    static final Parameter<Long> USER = Parameter.whole("user", "k", "user shown", 0, 63, 0)
            .meaning("Whose spectrum is shown large; counted from 0.")
            .under(VIEW)
            .whileRunning();
    static final Parameter<Clock> CLOCK = Parameter.choice("clock", "time counts", Clock.ITERATIONS)
            .meaning("Updates of every user, or ticks: a sequential sweep takes one for each user.")
            .under(VIEW);

    static final List<Parameter<?>> ALL = List.of(
            WORLD,
            USERS,
            TONES,
            ALPHA,
            SNR,
            GAP,
            TAPS,
            DECAY,
            SYMMETRIC,
            LAYOUT,
            GAMMA,
            POWER,
            MASKED,
            CAP,
            AWAY,
            START,
            START_SEED,
            X0,
            X1,
            UPDATE,
            LAMBDA,
            ORDER,
            Q,
            D,
            DELAYS,
            SCHEDULE_SEED,
            NOISE,
            FRACTION,
            DIMINISH,
            TAU,
            KAPPA,
            USER,
            CLOCK);
}

package org.separatrix.labs.boltzmann;

import java.util.List;
import java.util.Set;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Domain;
import org.separatrix.lab.Label;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Scale;

/** The parameters of the Boltzmann shear flow laboratory, each declared once. */
final class Knobs {
    private Knobs() {}

    /** Whom a particle collides with. */
    enum System implements Choice {
        @Label("tagged particles in a bath")
        TAGGED,
        @Label("a gas with itself")
        GAS
    }

    /** How space is deformed. */
    enum Flow implements Choice {
        @Label("simple shear")
        SHEAR,
        @Label("three shears at right angles")
        COMBINED,
        @Label("stretching along all axes")
        DILATATION,
        @Label("stretching along two axes")
        CYLINDRICAL,
        @Label("shear and stretching")
        SHEAR_DILATATION
    }

    /** How tagged particles are advanced. */
    enum Method implements Choice {
        @Label("fixed step, second order")
        ORDER_2,
        @Label("fixed step, first order")
        ORDER_1,
        @Label("collision by collision")
        EVENTS
    }

    /** How pairs of a gas are drawn. */
    enum Pairs implements Choice {
        @Label("disjoint pairs")
        DISJOINT,
        @Label("with a majorant")
        MAJORANT
    }

    /** How time passes. */
    enum Clock implements Choice {
        @Label("even steps")
        EVEN,
        @Label("steps in proportion to time")
        GROWING
    }

    /** The velocities at the start. */
    enum Start implements Choice {
        @Label("Maxwellian")
        MAXWELLIAN,
        @Label("all alike, across the flow")
        BEAM
    }

    static final Parameter<System> SYSTEM = Parameter.choice("system", "system", System.TAGGED)
            .meaning("Whom a particle collides with: a bath that stays as it is, or others like itself.");
    private static final Condition TAGGED = Condition.when(SYSTEM, System.TAGGED);
    private static final Condition GAS = Condition.when(SYSTEM, System.GAS);

    static final Parameter<Double> GAMMA = Parameter.real("gamma", "γ", "kernel exponent", -2.5, 1, 0)
            .meaning("Collisions come at the rate ν|g|^γ: Maxwell molecules 0, hard potentials above, soft ones below.")
            .under("Collisions");
    static final Parameter<Double> RATE = Parameter.log("nu", "ν", "collision rate", 0.01, 100, 1)
            .meaning("How often a particle collides, at relative speed one.")
            .under("Collisions")
            .whileRunning();
    static final Parameter<Double> MASS = Parameter.log("mass", "m/m*", "mass ratio", 0.05, 20, 1)
            .meaning("The mass of a tagged particle over that of a bath particle.")
            .under("Collisions")
            .appliesWhen(TAGGED);
    static final Parameter<Double> THETA = Parameter.log("theta", "θ", "bath variance", 1e-3, 1e3, 1)
            .meaning("The variance of a bath particle's velocity component, T₀/m*.")
            .under("Collisions")
            .appliesWhen(TAGGED);

    static final Parameter<Flow> FLOW = Parameter.choice("flow", "deformation", Flow.SHEAR)
            .meaning("How space is deformed while the particles fly.")
            .under("Deformation");
    static final Parameter<Double> SHEAR = Parameter.real("shear", "K", "shear rate", 0, 20, 0.5)
            .meaning("The velocity gradient: u₁ = K x₂. Energy grows without end above 1.299 ν, for γ = 0 in a bath.")
            .under("Deformation")
            .whileRunning()
            .appliesWhen(Condition.when(FLOW, Set.of(Flow.SHEAR, Flow.COMBINED, Flow.SHEAR_DILATATION)));
    static final Parameter<Double> SHEAR_2 = Parameter.real("shear2", "K₂", "second shear rate", -20, 20, 0.5)
            .meaning("The gradient of u₁ along x₃.")
            .under("Deformation")
            .appliesWhen(Condition.when(FLOW, Flow.COMBINED));
    static final Parameter<Double> SHEAR_3 = Parameter.real("shear3", "K₃", "third shear rate", -20, 20, 0.5)
            .meaning("The gradient of u₁ along x₂, where K is that of u₂ along x₃.")
            .under("Deformation")
            .appliesWhen(Condition.when(FLOW, Flow.COMBINED));
    static final Parameter<Double> STRETCH = Parameter.real("stretch", "d", "stretching rate", -1, 1, 0.1)
            .meaning("The rate of stretching at the start; negative compresses, until time 1/|d|.")
            .under("Deformation")
            .appliesWhen(Condition.when(FLOW, Set.of(Flow.DILATATION, Flow.CYLINDRICAL, Flow.SHEAR_DILATATION)));
    static final Parameter<Boolean> CO_MOVING = Parameter.toggle("co_moving", "the bath thins out, too", false)
            .meaning("Whether the bath follows the deformation, or is held at its density.")
            .under("Deformation")
            .appliesWhen(
                    TAGGED.and(Condition.when(FLOW, Set.of(Flow.DILATATION, Flow.CYLINDRICAL, Flow.SHEAR_DILATATION))));

    static final Parameter<Long> PARTICLES = new Parameter<>(
                    "particles",
                    "N",
                    "particles",
                    "",
                    "",
                    new Domain.Whole(2, 1 << 24, Scale.LOG),
                    1L << 20,
                    false,
                    "",
                    Condition.ALWAYS)
            .meaning("How many particles are followed; a gas needs a power of two.")
            .under("Particles");
    static final Parameter<Start> START = Parameter.choice("start", "start", Start.MAXWELLIAN)
            .meaning("The velocities at the start.")
            .under("Particles");
    static final Parameter<Double> START_VARIANCE = Parameter.log("theta_0", "θ₀", "initial variance", 1e-4, 1e4, 1)
            .meaning("The variance of a velocity component at the start.")
            .under("Particles")
            .appliesWhen(TAGGED.and(Condition.when(START, Start.MAXWELLIAN)));
    static final Parameter<Double> START_SPEED = Parameter.log("speed_0", "v₀", "initial speed", 1e-3, 1e8, 1e4)
            .meaning("The speed across the flow that all particles start with.")
            .under("Particles")
            .appliesWhen(TAGGED.and(Condition.when(START, Start.BEAM)));

    static final Parameter<Method> METHOD = Parameter.choice("method", "method", Method.ORDER_2)
            .meaning("Steps of fixed length for many particles, or collision by collision without any error of a step.")
            .under("Time")
            .appliesWhen(TAGGED);
    static final Parameter<Pairs> PAIRS = Parameter.choice("pairs", "pairs", Pairs.DISJOINT)
            .meaning("How pairs are drawn: disjoint ones share the work well, those with a majorant collide exactly.")
            .under("Time")
            .appliesWhen(GAS);
    static final Parameter<Double> DT = Parameter.log("dt", "Δt", "time step", 1e-4, 10, 0.05)
            .meaning("The length of a step; collision by collision, the time between two looks.")
            .under("Time")
            .whileRunning();
    static final Parameter<Clock> CLOCK = Parameter.choice("clock", "clock", Clock.EVEN)
            .meaning("Growing steps reach the times at which soft particles show their exponents.")
            .under("Time");
    static final Parameter<Double> EPSILON = Parameter.log("epsilon", "ε", "growth of a step", 1e-3, 10, 0.05)
            .meaning("A step is the larger of Δt and ε t.")
            .under("Time")
            .appliesWhen(Condition.when(CLOCK, Clock.GROWING));
    static final Parameter<Boolean> RESCALED = Parameter.toggle("rescaled", "rescaled frame", true)
            .meaning("Keeps the stored pressure at one, so that no growth leaves the numbers.")
            .under("Time")
            .appliesWhen(GAS);
    static final Parameter<Boolean> THERMOSTAT = Parameter.toggle("thermostat", "thermostat", false)
            .meaning("Keeps the collision rate at that of the initial temperature while the gas heats itself.")
            .under("Time")
            .appliesWhen(GAS.and(Condition.when(RESCALED)));

    static final List<Parameter<?>> ALL = List.of(
            SYSTEM,
            GAMMA,
            RATE,
            MASS,
            THETA,
            FLOW,
            SHEAR,
            SHEAR_2,
            SHEAR_3,
            STRETCH,
            CO_MOVING,
            PARTICLES,
            START,
            START_VARIANCE,
            START_SPEED,
            METHOD,
            PAIRS,
            DT,
            CLOCK,
            EPSILON,
            RESCALED,
            THERMOSTAT);
}

package org.separatrix.labs.boltzmann;

import java.util.List;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;

/**
 * Settings worth a visit: a million particles in steps of fixed length, and fewer where exactness asks for following them
 * collision by collision.
 */
final class Presets {
    private Presets() {}

    static final List<Preset> ALL = List.of(
            new Preset(
                    "steady",
                    "Sheared but steady",
                    "Shear tilts the law into a canyon; its bulk is stationary, its tail is a power.",
                    Settings.spelt("shear=0.5 dt=0.1"),
                    20),
            new Preset(
                    "infinite-energy",
                    "Infinite energy, quiet bulk",
                    "Above the second threshold the mean energy runs away, while the median speed stays.",
                    Settings.spelt("shear=2"),
                    60),
            new Preset(
                    "hard",
                    "Hard potentials always win",
                    "Fast particles collide more often: stationary however strong the shear.",
                    Settings.spelt("gamma=0.5 shear=4 dt=0.025"),
                    40),
            new Preset(
                    "trapped",
                    "Trapped, then gone",
                    "For soft potentials the bulk only looks stationary: particles escape at a constant rate.",
                    Settings.spelt("particles=16384 gamma=-0.5 shear=0.7 method=events dt=10"),
                    2000),
            new Preset(
                    "clock",
                    "The log-log clock",
                    "Collisions come at a constant pace in ln ln t, and the exponents of speed fill a band.",
                    Settings.spelt("gamma=-0.5 shear=5 clock=growing dt=0.02"),
                    1e6),
            new Preset(
                    "memory",
                    "The clock never forgets",
                    "From a narrow start the pace of collisions oscillates for ever, log-periodically in ln ln t.",
                    Settings.spelt("particles=16384 gamma=-0.5 shear=1 start=beam method=events clock=growing "
                            + "epsilon=0.5 dt=0.5"),
                    1e64),
            new Preset(
                    "frozen",
                    "Frozen collisions",
                    "Softer than γ = −1, collisions stop altogether: each particle has had its last one.",
                    Settings.spelt("particles=16384 gamma=-1.5 shear=2 method=events clock=growing epsilon=0.2 dt=0.2"),
                    1e6),
            new Preset(
                    "self-heating",
                    "Self-heating gas",
                    "A gas has no bath to cool it: it heats at an exact rate, in a shape with a tail.",
                    Settings.spelt("system=gas shear=2.5"),
                    20));
}

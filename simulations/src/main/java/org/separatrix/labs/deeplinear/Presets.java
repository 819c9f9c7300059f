package org.separatrix.labs.deeplinear;

import java.util.List;
import java.util.Map;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;

/** Settings worth a visit. */
final class Presets {
    private Presets() {}

    static final List<Preset> ALL = List.of(
            new Preset(
                    "family-tree",
                    "A family tree, learned in stages",
                    "Strong distinctions are learned first: all items, then animals and plants, then each kind.",
                    Map.of(),
                    16),
            new Preset(
                    "separatrix",
                    "The separatrix a = −b",
                    "Starts near the line wait at the saddle; each factor of ten in distance costs the same extra time.",
                    Settings.spelt("system=two-weights target=1 "
                            + "start_a=0,-0.9,-0.99,-0.999,-1,-1.001,-1.01,-1.1,-2 start_b=1 eta=0.02"),
                    12),
            new Preset(
                    "deeper",
                    "Deeper is a sharper cliff",
                    "From equal layers, each further layer stretches the plateau and steepens the drop.",
                    Settings.spelt("system=depths depths=2,3,4,5 a0=0.3 mode=1 eta=0.01"),
                    16),
            new Preset(
                    "infinite-depth",
                    "Even infinite depth learns",
                    "From equal products, on a clock that runs L times as fast, the curves tend to a limit.",
                    Settings.spelt("system=depths same=product depths=1,2,4,8,16,64 a0=0.01 mode=1 eta=0.02"),
                    130),
            new Preset(
                    "imbalance",
                    "Imbalance makes it lazy",
                    "The larger λ, the less the tangent kernel moves, although all networks learn the same.",
                    Settings.spelt("task=spectrum s=1.5,1.2,0.8,0.5 n_in=8 n_out=8 hidden=8 init=balanced "
                            + "lambda=0,0.3,1,3,10 p=0.1 eta=0.01"),
                    30),
            new Preset(
                    "delayed-rich",
                    "Delayed rich",
                    "With λ = 5 the large layer must rotate: the loss stops on a plateau. With λ = −5 it does not.",
                    Settings.spelt("task=spectrum s=1.6,1.3,1,0.8 n_in=4 n_out=8 hidden=4 init=balanced "
                            + "lambda=5,-5 p=0.1 eta=0.01"),
                    60),
            new Preset(
                    "orthogonal",
                    "Orthogonal beats Gaussian at depth 32",
                    "Each at a good step of its own; the singular values of the product tell why.",
                    Settings.spelt("task=spectrum"
                            + " s=1.5,1.3888888888888888,1.2777777777777777,1.1666666666666667,1.0555555555555556,"
                            + "0.9444444444444444,0.8333333333333334,0.7222222222222222,0.6111111111111112,0.5"
                            + " n_in=32 n_out=10 hidden=32 depth=32 init=orthogonal"
                            + " rival=scaled eta=0.02 rival_eta=0.0025"),
                    400),
            new Preset(
                    "learning-time",
                    "Learning time against depth",
                    "Orthogonal and pretrained networks need as many steps at depth 64 as at depth 8; Gaussian ones do not.",
                    Settings.spelt("system=learning-time depths=2,4,8,16,32 width=32 cap=400"),
                    105),
            new Preset(
                    "tanh",
                    "A tanh network, just above the edge of chaos",
                    "At depth 30 a gain of 1.2 keeps signal and gradients alive long enough to learn.",
                    Settings.spelt("system=tanh depth=30 width=32 layers=orthogonal gain=1.2 eta=0.1"),
                    20),
            new Preset(
                    "catapult",
                    "A catapult",
                    "Above the stability limit of its minimum the loss first grows; the weights land where it is flatter.",
                    Settings.spelt("system=two-weights target=1 start_a=0.025 start_b=2 eta=0.537"),
                    40),
            new Preset(
                    "overtraining",
                    "Overtraining peaks at P = N",
                    "As many samples as inputs is the worst place to train for long; stopping early removes the peak.",
                    Settings.spelt("system=student width=200 alpha=0.25,0.5,1,2,4 sigma_w2=1 sigma_eps2=0.25 "
                            + "method=flow"),
                    1000),
            new Preset(
                    "double-descent",
                    "Double descent in time",
                    "Two scales of inputs: the test error falls, rises while the noise is fitted, and falls again.",
                    Settings.spelt("system=student scales=two width=100 alpha=2 sigma_eps2=0.02 method=flow"),
                    1e6));
}

package org.separatrix.labs.grokking;

import java.util.List;
import java.util.Map;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;

/** Settings worth a visit. */
final class Presets {
    private Presets() {}

    static final List<Preset> ALL = List.of(
            new Preset(
                    "reference",
                    "Grokking",
                    "The training loss falls, the test loss follows a decade later; the lazy curve never falls.",
                    Map.of(),
                    30000),
            new Preset(
                    "lazier",
                    "Lazier, slower",
                    "Four times the output scale: the same delay takes four times as long, with a quarter of the drift.",
                    Settings.spelt("alpha=4"),
                    80000),
            new Preset(
                    "rich",
                    "Rich from the start",
                    "Enough data and a small output scale: both losses fall together.",
                    Settings.spelt("samples=1200 alpha=0.5"),
                    8000),
            new Preset(
                    "too-little-data",
                    "Too little data",
                    "Two samples per dimension: the training loss vanishes, the test loss stays.",
                    Settings.spelt("samples=200 eta0=10"),
                    20000),
            new Preset(
                    "lazy-for-ever",
                    "Lazy for ever",
                    "Without its first output the network memorises and stalls on a plateau.",
                    Settings.spelt("samples=300 alpha=4 centred=on eta0=15"),
                    30000),
            new Preset(
                    "misaligned",
                    "A misaligned kernel",
                    "With little curvature the kernel hardly sees the task: the test loss climbs first.",
                    Settings.spelt("eps=0.02"),
                    60000),
            new Preset(
                    "edge",
                    "Edge of stability",
                    "The stability number wanders around one and the training loss is stuck; halving η₀ cures it.",
                    Settings.spelt("eps=1 eta0=32"),
                    19200),
            new Preset(
                    "mean-field",
                    "Theory meets experiment",
                    "Infinite width and high dimension: the dynamical mean field lies on the simulation.",
                    Settings.spelt("infinite=on d=400 samples=2200 eps=0.5 eta0=88 overlay=mean-field"),
                    2640),
            new Preset(
                    "student",
                    "A student with weight decay",
                    "Here residuals vanish while learning is lazy: only weight decay brings understanding.",
                    Settings.spelt("system=student d=20 samples=100 width=100 alpha=8 eta0=4 wd=1e-4"),
                    40000),
            new Preset(
                    "modular-addition",
                    "Addition modulo 31",
                    "The embedding becomes waves of a few frequencies; phases lock before the accuracy rises.",
                    modular("wd=0.3"),
                    1000),
            new Preset(
                    "softmax-collapse",
                    "Softmax collapse",
                    "Without weight decay the logits grow until the loss is exactly zero, and nothing moves any more.",
                    modular("frac=0.7 loss=ce precision=single"),
                    2000),
            new Preset(
                    "stablemax",
                    "StableMax",
                    "The same without the exponential: no digits are lost, and the network understands.",
                    modular("frac=0.7 loss=stable adam_eps=1e-30"),
                    2000),
            new Preset(
                    "perp-grad",
                    "Gradient across the weights",
                    "Without weight decay, but never along the weights: the logits cannot run away.",
                    modular("p=47 width=200 unit=relu scale=1 loss=ce perp=on"),
                    1200),
            new Preset(
                    "relu-decay",
                    "ReLU with weight decay",
                    "The same network kept small by weight decay.",
                    modular("p=47 width=200 unit=relu scale=1 loss=ce wd=1"),
                    2000));

    private static Map<String, String> modular(String more) {
        var all = Settings.spelt("system=modular width=128");
        all.putAll(Settings.spelt(more));
        return all;
    }
}

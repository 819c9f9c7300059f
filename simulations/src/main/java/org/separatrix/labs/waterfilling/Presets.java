package org.separatrix.labs.waterfilling;

import java.util.List;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;

/** Settings worth a visit. */
final class Presets {
    private Presets() {}

    static final List<Preset> ALL = List.of(
            new Preset(
                    "calm",
                    "Guaranteed calm",
                    "Interference is weak enough for a guarantee: whatever the order, everyone settles below the envelope.",
                    Settings.spelt("seed=13 users=3 tones=8 alpha=0.07"),
                    60),
            new Preset(
                    "tug-of-war",
                    "Tug of war",
                    "Three equilibria: who starts where decides who wins, and moving together can go to and fro for ever.",
                    Settings.spelt("channel=tug-of-war start=point x0=0.5 x1=0.5 lambda=0.9"),
                    40),
            new Preset(
                    "ping-pong",
                    "Ping-pong",
                    "There is one equilibrium, yet moving together overshoots for ever; relax below 5/6 and it is found.",
                    Settings.spelt("channel=three-symmetric alpha=0.7"),
                    40),
            new Preset(
                    "rock-paper-scissors",
                    "Rock, paper, scissors",
                    "Each hears the next: no order of turns settles, going half the way does.",
                    Settings.spelt("channel=cyclic users=3 tones=2 alpha=1.2 update=sequential start=random"),
                    60),
            new Preset(
                    "prisoners",
                    "Prisoners' spectrum",
                    "Everyone uses every tone, though a tone each would carry several times as much.",
                    Settings.spelt("channel=flat users=2 tones=2 alpha=0.9 snr_db=30 start=corner update=sequential"),
                    100),
            new Preset(
                    "stale",
                    "Stale feedback",
                    "News that is always a tick old undoes relaxation; news of random age cures the cycle without any.",
                    Settings.spelt("channel=three-symmetric alpha=0.7 start=random update=asynchronous lambda=0.6 "
                            + "q=1 d=1 schedule_mode=fixed"),
                    200),
            new Preset(
                    "noisy",
                    "Noisy meters",
                    "Mismeasured floors keep everyone moving; steps that diminish leave the bias alone.",
                    Settings.spelt("seed=4 users=4 tones=16 alpha=0.1 noise=0.1"),
                    400),
            new Preset(
                    "which-basin",
                    "Which basin",
                    "A stable equilibrium exists, but from equal power the users circle around it.",
                    Settings.spelt("seed=0 users=4 tones=16 alpha=0.15"),
                    100),
            new Preset(
                    "crowd",
                    "A crowd",
                    "Sixteen users on 64 tones, one after the other: switch some off and on, and watch them rearrange.",
                    Settings.spelt("seed=2 users=16 tones=64 alpha=0.05 update=sequential"),
                    60));
}

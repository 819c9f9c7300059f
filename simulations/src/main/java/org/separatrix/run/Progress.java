package org.separatrix.run;

import java.util.Optional;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;

/**
 * How a run stands: what a watcher reads at its own pace.
 *
 * @param state what the run does
 * @param step the number of steps taken
 * @param time the experiment's time
 * @param rate steps per second of late, 0 at rest
 * @param stopped whether it rests because a {@link Stop} was reached
 * @param message one sentence where there is something to say: why it failed, why it is over, which stop it reached
 * @param settings those in effect
 * @param newest the newest snapshot with every observable, recorded or not; absent until the experiment is open
 * @param recording the history that belongs to it
 * @param heard how many of the things {@linkplain Run#asked asked} of the run it takes into account
 */
public record Progress(
        Run.State state,
        long step,
        double time,
        double rate,
        boolean stopped,
        String message,
        Settings settings,
        Optional<Snapshot> newest,
        Recording recording,
        long heard) {}

package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;

/**
 * Counts how often a totally asynchronous process has surely contracted: a macro tick ends when every player has updated
 * with news that is all younger than the last one's end. Mutable.
 */
public final class MacroTicks {
    private final int[] players;
    private final int delay;
    private final boolean[] updated;
    private long begun;
    private long tick;
    private int count;

    /**
     * @param users K
     * @param players who must update
     * @param delay the largest delay of any news, in ticks
     */
    public MacroTicks(int users, int[] players, int delay) {
        this.players = players.clone();
        this.delay = delay;
        updated = new boolean[users];
    }

    /** Takes note of one tick and of who updates in it. */
    public void advance(boolean[] updates) {
        if (tick >= begun + delay) for (int k : players) updated[k] |= updates[k];
        tick++;
        for (int k : players) if (!updated[k]) return;
        begun = tick;
        count++;
        Arrays.fill(updated, false);
    }

    /** How many macro ticks have ended. */
    public int count() {
        return count;
    }

    /** The tick at which the last one ended, 0 before the first. */
    public long end() {
        return begun;
    }
}

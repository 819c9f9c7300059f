package org.separatrix.compute;

import java.util.List;

/**
 * The threads of one experiment, each with kernels of its own, for loops that are cut into parts once instead of at
 * every product. Work that is too small to share stays on the caller's thread.
 *
 * @param workers the threads
 * @param each one thread's kernels after the other's
 */
public record Crew(Workers workers, List<Kernels> each) {
    /** The same threads, or the caller's alone where an experiment's work is not worth sharing. */
    public Crew sharing(boolean worthwhile) {
        return worthwhile || each.size() == 1 ? this : new Crew(null, each.subList(0, 1));
    }

    /** Runs every part of a task and returns when all are done. */
    public void run(Workers.Task task) {
        if (each.size() == 1) task.run(0, 1);
        else workers.run(task);
    }

    /** The kernels of the thread that does a part. */
    public Kernels kernels(int part) {
        return each.get(part);
    }
}

package org.separatrix.labs.grokking;

import java.util.function.Supplier;
import org.separatrix.labs.grokking.theory.LazyCourse;

/**
 * The lazy course beside a run, and when the run leaves it. The theory costs as much as many steps: it is worked out when
 * somebody first asks, and until then the run's losses are kept at so many steps an octave, so that what is answered does
 * not depend on when it was asked.
 */
final class LazyTheory {
    private static final int LOOKS = 64;
    private static final int ROOM = LOOKS * Long.SIZE;
    private static final double LEAVING = Math.log(1.1);

    private final Supplier<LazyCourse> theory;
    private final long[] steps = new long[ROOM];
    private final double[] losses = new double[ROOM];
    private LazyCourse course;
    private int kept;
    private int held;
    private long left = -1;

    /** @param theory works out the course */
    LazyTheory(Supplier<LazyCourse> theory) {
        this.theory = theory;
    }

    /** The course. */
    LazyCourse course() {
        if (course == null) course = theory.get();
        return course;
    }

    /** Whether the run's population loss at a step is one of those to be kept. */
    boolean due(long step) {
        return left < 0 && Looks.due(step, LOOKS);
    }

    /** Keeps the run's population loss at a step, where it is due; allocates nothing. */
    void keep(long step, double loss) {
        if (!due(step)) return;
        steps[kept] = step;
        losses[kept++] = loss;
    }

    /** The first of the steps kept at which the run was a tenth off the lazy population loss; -1 where it never was. */
    long left() {
        for (; left < 0 && held < kept; held++)
            if (Math.abs(Math.log(losses[held] / course().test(steps[held]))) > LEAVING) left = steps[held];
        return left;
    }
}

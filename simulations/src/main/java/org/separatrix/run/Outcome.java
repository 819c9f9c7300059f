package org.separatrix.run;

import org.separatrix.lab.Judgement;

/**
 * What came of one run of a sweep.
 *
 * @param judgement what the metric says of it
 * @param steps how many steps it took
 * @param time the experiment's time at its end
 */
public record Outcome(Judgement judgement, long steps, double time) {
    /** A run that never began. */
    static Outcome none(String why) {
        return new Outcome(new Judgement.Missing(why), 0, 0);
    }
}

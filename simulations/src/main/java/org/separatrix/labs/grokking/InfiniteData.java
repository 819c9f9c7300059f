package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.labs.grokking.theory.LossCourse;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/** The same descent on infinitely many samples, exactly: there is one loss for training and test. */
final class InfiniteData implements LossCourse {
    private final ReducedDescent descent;

    InfiniteData(Problem problem, Moments start, double eta0, Crew crew) {
        descent = new ReducedDescent(problem, start, eta0, new PopulationForces(problem, start), crew);
    }

    @Override
    public void advance() {
        descent.advance();
    }

    @Override
    public double[] losses() {
        return new double[] {descent.trainLoss()};
    }
}

package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.labs.grokking.theory.LossCourse;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/** The same descent on infinitely many samples, exactly: there is one loss for training and test. */
final class InfiniteData implements LossCourse {
    private final PopulationForces forces;
    private final ReducedDescent descent;

    InfiniteData(Problem problem, Moments start, double eta0, Crew crew) {
        forces = new PopulationForces(problem, start);
        descent = new ReducedDescent(problem, start, eta0, forces, false, crew);
    }

    @Override
    public void advance() {
        descent.advance();
    }

    @Override
    public double[] losses() {
        forces.evaluate(descent.mean(), descent.second());
        return new double[] {forces.loss()};
    }
}

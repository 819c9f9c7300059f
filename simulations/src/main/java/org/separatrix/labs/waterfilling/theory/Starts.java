package org.separatrix.labs.waterfilling.theory;

import org.separatrix.compute.Crew;

/** Powers to begin with, K x N, always feasible: budgets spent, caps kept, nothing on tones that cannot be used. */
public final class Starts {
    private final Game game;
    private final Crew crew;

    public Starts(Game game, Crew crew) {
        this.game = game;
        this.crew = crew;
    }

    /** The same power on every tone, as far as the caps allow. */
    public double[] equal() {
        return nearest(new double[game.users() * game.tones()]);
    }

    /** Everything on the first tones, as far as the caps allow. */
    public double[] corner() {
        double[] powers = new double[game.users() * game.tones()];
        for (int k = 0; k < game.users(); k++) {
            double rest = game.budgets()[k];
            for (int n = 0; n < game.tones(); n++) {
                int i = k * game.tones() + n;
                powers[i] = Math.min(rest, game.caps()[i]);
                rest -= powers[i];
            }
        }
        return powers;
    }

    /** Drawn uniformly, then brought within the caps. */
    public double[] random(long seed) {
        double[] drawn = Fading.uniformPowers(seed, game.budgets(), game.tones());
        return feasible(drawn) ? drawn : nearest(drawn);
    }

    private boolean feasible(double[] powers) {
        for (int i = 0; i < powers.length; i++) if (powers[i] > game.caps()[i]) return false;
        return true;
    }

    /** The feasible powers nearest to given ones: water poured onto their negatives. */
    public double[] nearest(double[] powers) {
        double[] floor = new double[powers.length];
        for (int i = 0; i < powers.length; i++)
            floor[i] = game.noise()[i] < Double.POSITIVE_INFINITY ? -powers[i] : Double.POSITIVE_INFINITY;
        double[] result = new double[powers.length];
        int tones = game.tones();
        for (int k = 0; k < game.users(); k++)
            crew.kernels(0)
                    .waterFill(tones, floor, k * tones, game.caps(), k * tones, game.budgets()[k], result, k * tones);
        return result;
    }
}

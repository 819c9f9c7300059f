package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Field;
import org.separatrix.labs.waterfilling.theory.Game;

/** The spectra of a process as bars and as a map. */
final class Spectra {
    private final Dynamics dynamics;
    private final Game game;

    Spectra(Dynamics dynamics) {
        this.dynamics = dynamics;
        game = dynamics.game();
    }

    /** Noise, interference and power of one user, a row each, with the water level above the power. */
    Bars.Values of(int user) {
        double[][] simulated = new double[3][game.tones()];
        double[][] theory = silent(game.tones());
        write(user, simulated, theory, 0);
        return new Bars.Values(simulated, theory);
    }

    /** The same of all users, side by side, with a gap after each. */
    Bars.Values ofAll() {
        int width = game.tones() + 1;
        double[][] simulated = silent(game.users() * width - 1);
        double[][] theory = silent(simulated[0].length);
        for (int k = 0; k < game.users(); k++) write(k, simulated, theory, k * width);
        return new Bars.Values(simulated, theory);
    }

    private static double[][] silent(int columns) {
        double[][] rows = new double[3][columns];
        for (double[] row : rows) Arrays.fill(row, Double.NaN);
        return rows;
    }

    private void write(int user, double[][] simulated, double[][] theory, int from) {
        for (int n = 0; n < game.tones(); n++) {
            int i = user * game.tones() + n;
            double noise = game.noise()[i];
            // A tone that cannot be used has no floor to draw.
            if (Double.isInfinite(noise)) noise = Double.NaN;
            simulated[0][from + n] = noise;
            simulated[1][from + n] = dynamics.now().floors()[i] - noise;
            simulated[2][from + n] = dynamics.powers()[i];
            // A capped tone's own level: where its water must stop.
            double full = dynamics.now().floors()[i] + game.caps()[i];
            if (game.present(user))
                theory[2][from + n] = Math.min(dynamics.now().levels()[user], full);
        }
    }

    /** The powers of all users, relative to the same power on every tone: a row a user, a column a tone. */
    Field.Values allocation() {
        int tones = game.tones();
        double[] relative = new double[game.users() * tones];
        for (int i = 0; i < relative.length; i++)
            relative[i] = game.present(i / tones) ? dynamics.powers()[i] * tones / game.budgets()[i / tones] : 0;
        return new Field.Values(count(tones), count(game.users()), relative);
    }

    /** 0, 1, 2, ... */
    static double[] count(int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) numbers[i] = i;
        return numbers;
    }
}

package org.separatrix.labs.waterfilling;

import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.ComparisonMatrix;
import org.separatrix.labs.waterfilling.theory.Envelope;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.MacroTicks;

/** Follows a process with the bound that its residual is sure to keep, from where it stood when it was last changed. */
final class Guarantee {
    private final Knobs.Update update;
    private final boolean exact;
    private final Envelope envelope;
    private final MacroTicks macroTicks;
    private final int[] places;

    Guarantee(Settings settings, Dynamics dynamics, ComparisonMatrix matrix) {
        Game game = dynamics.game();
        update = settings.get(Knobs.UPDATE);
        // Mismeasured floors and partial updates are not contractions of this kind.
        exact = settings.get(Knobs.NOISE) == 0 && settings.get(Knobs.FRACTION) == 1;
        int[] players = game.players();
        places = new int[game.users()];
        double[] residuals = new double[players.length];
        double[] budgets = new double[players.length];
        for (int i = 0; i < players.length; i++) {
            places[players[i]] = i;
            budgets[i] = game.budgets()[players[i]];
            residuals[i] = dynamics.now().distances()[players[i]] * budgets[i];
        }
        envelope = switch (update) {
            case SIMULTANEOUS -> Envelope.simultaneous(matrix, residuals, budgets);
            case SEQUENTIAL -> Envelope.sequential(matrix, residuals, budgets);
            case ASYNCHRONOUS -> Envelope.asynchronous(matrix, residuals, budgets);
        };
        macroTicks = new MacroTicks(game.users(), players, dynamics.schedule().longest());
    }

    /** Takes note of a step. */
    void advance(Dynamics dynamics) {
        switch (update) {
            case SIMULTANEOUS -> envelope.updateAll(dynamics.lambda());
            case SEQUENTIAL -> {
                for (int k : dynamics.order())
                    if (dynamics.game().present(k)) envelope.update(places[k], dynamics.lambda());
            }
            case ASYNCHRONOUS -> {
                int before = macroTicks.count();
                macroTicks.advance(dynamics.schedule().updates());
                // Relaxations that diminish are smallest at the end of a macro tick.
                if (macroTicks.count() > before) envelope.endMacroTick(dynamics.lambda());
            }
        }
    }

    /** The bound, NaN where there is none. */
    double residual() {
        return exact ? envelope.residual() : Double.NaN;
    }

    /** How many macro ticks have ended. */
    int macroTicks() {
        return macroTicks.count();
    }
}

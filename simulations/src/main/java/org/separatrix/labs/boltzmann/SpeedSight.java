package org.separatrix.labs.boltzmann;

import java.util.List;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.labs.boltzmann.Speeds.Quantity;

/** What has a meaning whatever the tail: quantiles of speeds and components, and the number of collisions. */
record SpeedSight(View view) implements Sight {
    /** The shares of the particles whose quantiles are shown. */
    static final double[] TENTHS = {0.1, 0.5, 0.9};

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        out.put(view.speeds(), Curves.Values.of(quantiles(scene, Quantity.SPEED, TENTHS)));
        double[] along = quantiles(scene, Quantity.ALONG, 0.5, 0.9);
        double[] across = quantiles(scene, Quantity.ACROSS, 0.5, 0.9);
        out.put(view.components(), Curves.Values.of(along[0], along[1], across[0], across[1]));
        double collisions = scene.engine().collisions();
        double error =
                scene.engine().collisionSpread() / Math.sqrt(scene.velocities().count());
        out.put(
                view.collisions(),
                new Curves.Values(new double[] {collisions}, Curves.Values.silent(1), new double[] {error}));
    }

    private static double[] quantiles(Scene scene, Quantity of, double... shares) {
        double[] quantiles = scene.speeds().quantiles(of, shares);
        for (int i = 0; i < quantiles.length; i++) quantiles[i] *= scene.scale();
        return quantiles;
    }
}

package org.separatrix.labs.boltzmann;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.boltzmann.theory.SelfHeating;

/** The growth rates of the moments of Maxwell molecules under simple shear. */
final class SpectrumSight implements Sight {
    private final View view;
    private final MomentRates rates;
    private final List<double[]> branches;

    SpectrumSight(View view, MomentRates rates) {
        this.view = view;
        this.rates = rates;
        branches = IntStream.range(0, 4).mapToObj(rates::branch).toList();
    }

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        if (!out.detailed()) return;
        double shear = scene.shear();
        double rate = scene.rate();
        boolean first = !scene.gas() && scene.settings().get(Knobs.METHOD) == Knobs.Method.ORDER_1;
        double[] scheme = rates.ofScheme(shear, rate, scene.settings().get(Knobs.DT), first ? 1 : 2);
        double[] exact = rates.at(shear, rate);
        out.put(
                view.eigenvalues(),
                new Spectrum.Values(List.of(scheme), List.of(exact), Collections.singletonList(null)));
        out.put(
                view.branches(),
                new Cloud.Values(List.of(
                        branches.get(0),
                        branches.get(1),
                        branches.get(3),
                        new double[] {shear / rate, exact[0] / rate},
                        rates.threshold())));
        double index = scene.tails().index();
        double height = scene.gas() ? index / 2 * SelfHeating.growth(2 * shear / rate) / 2 : 0;
        double[] point = Double.isNaN(index) ? new double[0] : new double[] {index, height};
        out.put(view.growth(), new Cloud.Values(List.of(scene.tails().growth(), point)));
    }
}

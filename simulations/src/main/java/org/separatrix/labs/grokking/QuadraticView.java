package org.separatrix.labs.grokking;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;

/** What can be seen of the network with a quadratic teacher. */
record QuadraticView(
        Curves loss,
        Curves terms,
        Curves weights,
        Curves outlier,
        Curves kernel,
        Curves stability,
        Curves sharpness,
        Spectrum second,
        Spectrum kernelSpectrum,
        Spectrum hessian,
        Facts now) {
    static QuadraticView of(Settings settings) {
        Axis time = Axis.log("gradient-flow time τ");
        List<Series> losses = new ArrayList<>(List.of(
                Series.withTheory("train", "train", 0, "lazy theory"),
                Series.withTheory("test", "test", 1, "lazy theory"),
                Series.of("kernel_regression", "kernel regression", 2)));
        switch (settings.get(Knobs.OVERLAY)) {
            case NONE -> {}
            case INFINITE_DATA -> losses.add(Series.of("infinite_data", "infinite data", 3));
            case MEAN_FIELD -> {
                losses.add(Series.of("mean_field_train", "train, D → ∞", 3));
                losses.add(Series.of("mean_field_test", "test, D → ∞", 4));
            }
        }
        return new QuadraticView(
                new Curves("loss", "Loss", time, Axis.log("L"), losses),
                new Curves(
                        "terms",
                        "What the test loss is made of",
                        time,
                        Axis.linear("test loss"),
                        List.of(
                                Series.of("scale", "scale", 0),
                                Series.of("misalign", "misalignment", 1),
                                Series.of("linear", "linear power", 2)),
                        Curves.Style.STACKED),
                new Curves(
                        "weights",
                        "Size of the weights",
                        time,
                        Axis.log("size"),
                        List.of(
                                Series.of("wbar_norm", "|w̄|", 0),
                                Series.of("trM", "tr M", 1),
                                Series.of("betaMbeta", "β'Mβ/|β|²", 2),
                                Series.of("topM", "largest eigenvalue of M", 3))),
                new Curves(
                        "outlier",
                        "Overlap of the leading direction with the teacher",
                        time,
                        Axis.linear("overlap"),
                        List.of(
                                Series.of("overlap", "overlap", 0),
                                Series.of("random_overlap", "of a random direction", 1))),
                new Curves(
                        "kernel",
                        "Tangent kernel",
                        time,
                        Axis.linear("alignment"),
                        List.of(
                                Series.of("cka2", "alignment with the labels", 0),
                                Series.of("cka", "the same, one-sided", 1),
                                Series.of("similarity", "similarity to the start", 2),
                                Series.of("drift", "distance from the start", 3))),
                new Curves(
                        "stability",
                        "Stability number",
                        time,
                        Axis.linear("η₀ λmax/P"),
                        List.of(Series.of("stab", "η₀ λmax/P", 0), Series.of("bound", "edge of stability", 1))),
                new Curves(
                        "sharpness",
                        "Sharpness",
                        time,
                        Axis.linear("N λ"),
                        List.of(
                                Series.of("sharpness", "largest eigenvalue of N H", 0),
                                Series.of("two_over_eta", "2N/η", 1))),
                new Spectrum(
                        "M",
                        "Second moment of the weights",
                        Axis.log("eigenvalue of M"),
                        List.of(Series.withTheory("eig_M", "M", 0, "Marchenko–Pastur at the start"))),
                new Spectrum(
                        "ntk", "Tangent kernel", Axis.log("eigenvalue of K̂"), List.of(Series.of("eig_K", "K̂", 1))),
                new Spectrum(
                        "hessian",
                        "Hessian: exact eigenvalues, estimated density",
                        Axis.linear("eigenvalue of N H"),
                        List.of(Series.of("eig_H", "N H", 2), Series.of("two_over_eta", "2N/η", 1))),
                new Facts("now", "Now"));
    }

    List<Observable<?>> all(Settings settings) {
        var all = new ArrayList<Observable<?>>(List.of(loss, terms, second, outlier, weights, kernel, stability));
        if (settings.get(Knobs.KERNEL)) all.add(kernelSpectrum);
        if (settings.get(Knobs.CURVATURE)) all.addAll(List.of(hessian, sharpness));
        all.add(now);
        return all;
    }
}

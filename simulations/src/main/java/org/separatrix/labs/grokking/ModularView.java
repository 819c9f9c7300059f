package org.separatrix.labs.grokking;

import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;

/** What can be seen of addition modulo p. */
record ModularView(
        Curves accuracy,
        Curves loss,
        Curves circuit,
        Field waves,
        Bars spectrum,
        Curves logits,
        Curves collapse,
        Facts now) {
    static ModularView of(Settings settings) {
        Axis time = Axis.log("steps");
        int frequencies = (settings.size(Knobs.MODULUS) - 1) / 2;
        List<String> names = IntStream.rangeClosed(1, frequencies)
                .mapToObj(Integer::toString)
                .toList();
        return new ModularView(
                new Curves(
                        "accuracy",
                        "Accuracy",
                        time,
                        Axis.linear("share right"),
                        List.of(Series.of("train_acc", "train", 0), Series.of("test_acc", "test", 1))),
                new Curves(
                        "loss",
                        "Loss",
                        time,
                        Axis.log("L"),
                        List.of(Series.of("train_loss", "train", 0), Series.of("test_loss", "test", 1))),
                new Curves(
                        "circuit",
                        "How the circuit forms",
                        time,
                        Axis.linear("share"),
                        List.of(
                                Series.of("freq_concentration", "one frequency a neuron", 0),
                                Series.of("phase_locking", "phases add", 1),
                                Series.of("random_concentration", "concentration of random weights", 2))),
                new Field(
                        "waves",
                        "Fourier power of the embedding",
                        Axis.linear("neuron, by frequency"),
                        Axis.linear("frequency"),
                        Axis.linear("share of the neuron's power")),
                new Bars(
                        "spectrum",
                        "Power of the embedding",
                        Axis.linear("frequency"),
                        names,
                        Axis.linear("share of the power"),
                        List.of(Series.of("power", "U", 0))),
                new Curves(
                        "logits",
                        "Size of weights and logits",
                        time,
                        Axis.log("size"),
                        List.of(
                                Series.of("param_norm", "norm of the weights", 0),
                                Series.of("margin", "mean margin of the logits", 1),
                                Series.of("gradient_norm", "norm of the last gradient", 2))),
                new Curves(
                        "collapse",
                        "Softmax collapse",
                        time,
                        Axis.linear("share of the training pairs"),
                        List.of(Series.of("zero_loss", "loss exactly zero", 0))),
                new Facts("now", "Now"));
    }

    List<Observable<?>> all() {
        return List.of(accuracy, loss, circuit, waves, spectrum, logits, collapse, now);
    }
}

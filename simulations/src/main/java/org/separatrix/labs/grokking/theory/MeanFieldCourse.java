package org.separatrix.labs.grokking.theory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The losses of the dynamical mean field, training and test, of 1000 samples and for 64 steps. A thread computes them
 * ahead of whoever reads them; those of the latest settings stay, so that a second run has them at once.
 */
public final class MeanFieldCourse implements LossCourse {
    private static final int SAMPLES = 1000;
    private static final int HORIZON = 64;
    private static final int KEPT = 32;
    private static final double[] SILENT = {Double.NaN, Double.NaN};

    /** One promise a step, from 0 to the horizon. */
    private record Prediction(List<CompletableFuture<double[]>> losses) {
        Prediction() {
            this(Stream.generate(CompletableFuture<double[]>::new)
                    .limit(HORIZON + 1)
                    .toList());
        }

        void compute(MeanField.Setting setting) {
            int step = 0;
            try {
                var field = new MeanField(setting, SAMPLES, HORIZON);
                for (; ; step++) {
                    losses.get(step).complete(new double[] {field.train(), field.test()});
                    if (step == HORIZON) return;
                    field.advance();
                }
            } catch (Throwable thrown) {
                for (; step <= HORIZON; step++) losses.get(step).completeExceptionally(thrown);
            }
        }
    }

    private static final Map<MeanField.Setting, Prediction> LATEST = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MeanField.Setting, Prediction> eldest) {
            return size() > KEPT;
        }
    };

    private final Prediction prediction;
    private long step;

    /** The course at its first moment. */
    public MeanFieldCourse(MeanField.Setting setting) {
        synchronized (LATEST) {
            prediction = LATEST.computeIfAbsent(setting, MeanFieldCourse::begun);
        }
    }

    private static Prediction begun(MeanField.Setting setting) {
        var prediction = new Prediction();
        Thread.ofPlatform().daemon().name("mean field").start(() -> prediction.compute(setting));
        return prediction;
    }

    @Override
    public String background() {
        long known = prediction.losses().stream()
                .takeWhile(CompletableFuture::isDone)
                .skip(1)
                .count();
        return "mean field: " + known + " of " + HORIZON + " steps known";
    }

    @Override
    public void advance() {
        step++;
    }

    /** The losses now, waited for where they are still being computed; NaN beyond the horizon. */
    @Override
    public double[] losses() {
        return step <= HORIZON ? prediction.losses().get((int) step).join() : SILENT;
    }
}

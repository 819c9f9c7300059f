package org.separatrix.run;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Field;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;
import org.separatrix.lab.Title;

/**
 * A laboratory that counts: time is a hundredth of the step, the event "tenth" happens at step 10. A test may have
 * something done in each step.
 */
final class Counter implements Laboratory {
    static final Parameter<Double> GAIN = Parameter.real("gain", "g", "gain", -10, 10, 1)
            .meaning("What each step adds to the sum.")
            .whileRunning();
    static final Parameter<Long> SIZE =
            Parameter.whole("size", "", "size", 1, 1 << 20, 4).meaning("How many numbers the field holds.");
    static final Curves SUM = new Curves(
            "sum",
            "Sum",
            Axis.linear("t"),
            Axis.linear("sum"),
            List.of(Series.withTheory("sum", "sum", 0), Series.of("gain", "gain", 1)));
    static final Field FIELD = new Field("field", "Field", Axis.linear("x"), Axis.linear("y"), Axis.linear("z"));

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    private final LongConsumer inStep;

    Counter() {
        this(step -> {});
    }

    /** @param inStep done at the end of each step, with its number */
    Counter(LongConsumer inStep) {
        this.inStep = inStep;
    }

    @Override
    public Title title() {
        return new Title("counter", "Counter", "It counts.", "n \\to n + 1", List.of());
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(GAIN, SIZE);
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return List.of(SUM, FIELD);
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return List.of();
    }

    @Override
    public List<Preset> presets() {
        return List.of();
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        opened.incrementAndGet();
        return new Count(settings);
    }

    private final class Count implements Experiment {
        private final int size;
        private double gain;
        private double sum;
        private long step;

        Count(Settings settings) {
            size = settings.size(SIZE);
            gain = settings.get(GAIN);
        }

        @Override
        public double time() {
            return step / 100.0;
        }

        @Override
        public void advance() {
            step++;
            sum += gain * Math.sin(step);
            inStep.accept(step);
        }

        @Override
        public void observe(SnapshotBuilder out) {
            out.put(SUM, new Curves.Values(new double[] {sum, gain}, new double[] {time(), Double.NaN}));
            if (step >= 10) out.event(new Event(0.1, "tenth", "the tenth step"));
            if (out.detailed())
                out.put(FIELD, new Field.Values(new double[size], new double[] {step}, new double[size]));
        }

        @Override
        public Status status() {
            return step == 1_000_000 ? Status.FINISHED : Status.RUNNING;
        }

        @Override
        public void change(Settings settings) {
            gain = settings.get(GAIN);
        }

        @Override
        public List<Landscape> landscapes() {
            double now = sum;
            return List.of(Landscape.of(
                    "sum",
                    "Sum",
                    Axis.linear("x"),
                    Axis.linear("y"),
                    Axis.linear("z"),
                    new Box(0, 1, 0, 1),
                    (x, y) -> now + x * y,
                    List.of(),
                    List.of()));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}

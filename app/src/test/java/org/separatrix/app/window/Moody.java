package org.separatrix.app.window;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;
import org.separatrix.lab.Title;

/** The bowl, but that its parts wait or fail as a test has them. */
final class Moody implements Laboratory {
    /** What a part does before it does what it should. */
    private volatile Runnable opening = () -> {};

    private volatile Runnable stepping = () -> {};
    private volatile Runnable surveying = () -> {};
    private volatile Runnable judging = () -> {};
    private final Laboratory bowl = Laboratory.find("bowl");

    /** Throws an exception with a sentence. */
    static Runnable failing(String sentence) {
        return () -> {
            throw new IllegalStateException(sentence);
        };
    }

    /** Waits for a latch. */
    static Runnable waiting(CountDownLatch latch) {
        return () -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Does everything at once, and well. */
    void calm() {
        opening = stepping = surveying = judging = () -> {};
    }

    void opening(Runnable first) {
        opening = first;
    }

    void stepping(Runnable first) {
        stepping = first;
    }

    void surveying(Runnable first) {
        surveying = first;
    }

    void judging(Runnable first) {
        judging = first;
    }

    @Override
    public Title title() {
        return bowl.title();
    }

    @Override
    public List<Parameter<?>> parameters() {
        return bowl.parameters();
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return bowl.observables(settings);
    }

    @Override
    public List<Metric> metrics() {
        Metric metric = bowl.metrics().getFirst();
        return List.of(new Metric(metric.key(), metric.label(), metric.meaning(), metric.value(), recording -> {
            judging.run();
            return new Judgement.Missing("the loss never halved");
        }));
    }

    @Override
    public List<Preset> presets() {
        return bowl.presets();
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return bowl.diagrams();
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        opening.run();
        Experiment ball = bowl.open(settings, data, compute);
        return new Experiment() {
            @Override
            public double time() {
                return ball.time();
            }

            @Override
            public void advance() {
                stepping.run();
                ball.advance();
            }

            @Override
            public void observe(SnapshotBuilder out) {
                ball.observe(out);
            }

            @Override
            public Status status() {
                return ball.status();
            }

            @Override
            public void change(Settings next) {
                ball.change(next);
            }

            @Override
            public List<Landscape> landscapes() {
                Landscape plane = ball.landscapes().getFirst();
                Landscape.Function loss = plane.surfaces().getFirst().function();
                return List.of(Landscape.of(
                        plane.key(),
                        plane.title(),
                        plane.x(),
                        plane.y(),
                        plane.value(),
                        plane.box(),
                        (x, y) -> {
                            surveying.run();
                            return loss.at(x, y);
                        },
                        plane.path(),
                        plane.marks()));
            }
        };
    }
}

package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;

/**
 * Students of one layer that learn from a noisy teacher, each from its own number of samples (Advani, Saxe 2017).
 * Errors are mean squares, without the factor 1/2.
 */
final class StudentExperiment implements Experiment {
    /** A flow is looked at where 198 looks span the five decades from 0.01 to 1000. */
    private static final double FIRST_LOOK = 0.01;

    private static final double LOOKS_A_DECADE = 198.0 / 5;

    /** What can be seen of it. */
    record View(Curves test, Curves train, Curves given, Spectrum inputs, Facts now) {
        static View of(Settings settings) {
            Axis time = Axis.log("time t");
            List<Double> alphas = settings.get(Knobs.ALPHA);
            return new View(
                    new Curves("test", "Test error", time, Axis.log("test error"), series("test", 1, alphas)),
                    new Curves("train", "Training error", time, Axis.log("training error"), series("train", 0, alphas)),
                    new Curves(
                            "given",
                            "Test error, beside its mean for these inputs",
                            time,
                            Axis.log("test error"),
                            series("test_given_X", 1, alphas)),
                    new Spectrum(
                            "inputs", "Spectrum of the inputs", Axis.linear("eigenvalue"), series("inputs", 0, alphas)),
                    new Facts("now", "Now"));
        }

        private static List<Series> series(String key, int family, List<Double> alphas) {
            if (alphas.size() == 1)
                return List.of(Series.withTheory(
                        key, key.startsWith("train") ? "train" : key.startsWith("test") ? "test" : "S", family));
            return IntStream.range(0, alphas.size())
                    .mapToObj(i -> Series.withTheory(key + "_" + (i + 1), "α = " + Numbers.format(alphas.get(i)), i))
                    .toList();
        }

        List<Observable<?>> all() {
            return List.of(test, train, given, inputs, now);
        }
    }

    private final View view;
    private final Selection selection;
    private final List<Student> students = new ArrayList<>();
    private final boolean flows;
    private double eta;
    private double time;
    private long steps;

    StudentExperiment(Settings settings, Data data, Compute compute) {
        view = View.of(settings);
        selection = Kernels.of(compute);
        flows = settings.get(Knobs.METHOD) == Knobs.Method.FLOW;
        eta = settings.get(Knobs.ETA);
        for (double alpha : settings.get(Knobs.ALPHA))
            students.add(new Student(settings, alpha, data, selection.kernels()));
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance() {
        if (flows) {
            time = FIRST_LOOK * Math.pow(10, steps / LOOKS_A_DECADE);
            for (Student student : students) student.flow(time);
        } else {
            time += eta;
            for (Student student : students) student.descend(eta);
        }
        steps++;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        int count = students.size();
        double[] test = new double[count];
        double[] testTheory = new double[count];
        double[] train = new double[count];
        double[] trainTheory = new double[count];
        double[] given = new double[count];
        for (int i = 0; i < count; i++) {
            Student student = students.get(i);
            test[i] = student.test();
            train[i] = student.train();
            testTheory[i] = student.meanTest();
            trainTheory[i] = student.meanTrain();
            given[i] = student.meanTestGivenInputs();
        }
        out.put(view.test, new Curves.Values(test, testTheory));
        out.put(view.train, new Curves.Values(train, trainTheory));
        out.put(view.given, new Curves.Values(test.clone(), given));
        if (!out.detailed()) return;
        out.put(
                view.inputs,
                new Spectrum.Values(
                        students.stream().map(Student::eigenvalues).toList(),
                        students.stream().map(student -> new double[0]).toList(),
                        new ArrayList<>(students.stream().map(Student::law).toList())));
        out.put(view.now, new Facts.Values(facts(test)));
    }

    private List<Fact> facts(double[] test) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < test.length; i++) {
            String suffix =
                    test.length == 1 ? "" : ", " + view.test.series().get(i).label();
            facts.add(Fact.of("test_" + (i + 1), "test error" + suffix, test[i]));
            students.get(i).facts("_" + (i + 1), suffix, facts);
        }
        return facts;
    }

    @Override
    public Status status() {
        for (Student student : students) {
            if (!student.finite())
                return new Status.Diverged(String.format(
                        Locale.ROOT,
                        "the weights left every bound: the step size η = %.4g is above the stability limit %.4g",
                        eta,
                        student.largestStep()));
        }
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        eta = settings.get(Knobs.ETA);
    }

    @Override
    public void close() {
        selection.close();
    }
}

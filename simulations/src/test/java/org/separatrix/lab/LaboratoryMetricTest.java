package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.lab.Contract.assertFinite;
import static org.separatrix.lab.Contract.assertSentence;
import static org.separatrix.lab.Contract.first;

import org.separatrix.run.Run;
import org.separatrix.run.Stop;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepTask;

/** What every laboratory on the class path judges, and where. */
class LaboratoryMetricTest {
    @OnEveryLaboratory
    void everyMetricJudgesEvenAShortRun(Laboratory laboratory) {
        try (Run run = Run.open(laboratory, first(laboratory), Data.NONE, Compute.AUTO, Runnable::run)) {
            run.step(Contract.STEPS);
            laboratory.metrics().forEach(metric -> {
                Judgement judgement = metric.judge().apply(run.recording());
                if (judgement instanceof Judgement.Missing(String why))
                    assertThat(why).isNotBlank();
                else
                    assertThat(((Judgement.Value) judgement).value())
                            .as(metric.key())
                            .isFinite();
            });
        }
    }

    @OnEveryLaboratory
    void aMetricReadsNoMoreThanItSays(Laboratory laboratory) {
        Recipe recipe = Recipe.of(laboratory, first(laboratory), Compute.AUTO, Data.NONE);
        try (Run run = Run.open(laboratory, first(laboratory), Data.NONE, Compute.AUTO, Runnable::run)) {
            run.step(Contract.STEPS);
            for (Metric metric : laboratory.metrics()) {
                var task =
                        new SweepTask(0, 0, 0, laboratory, recipe, Data.NONE, metric, new Stop.AtStep(Contract.STEPS));
                assertThat(task.judge(() -> false).orElseThrow().judgement())
                        .as(metric.key())
                        .isEqualTo(metric.judge().apply(run.recording()));
            }
        }
    }

    @OnEveryLaboratory
    void everyPhaseDiagramCanBeSweptAndItsTheoryIsInThePlane(Laboratory laboratory) {
        assertThat(laboratory.diagrams().stream().map(PhaseDiagram::key))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        laboratory.diagrams().forEach(diagram -> {
            assertThat(diagram.name()).isNotBlank();
            assertSentence(diagram.line());
            SweepPlan plan = SweepPlan.of(laboratory, diagram, Compute.AUTO);
            assertThat(new Sweep(plan).next()).isPresent();
            diagram.regimes()
                    .forEach(regime -> assertThat(inPlane(diagram, regime.x(), regime.y()))
                            .as(regime.name())
                            .isTrue());
            diagram.theory().apply(plan.settings()).forEach(line -> {
                assertFinite(line.label(), line.x());
                assertFinite(line.label(), line.y());
            });
        });
    }

    private static boolean inPlane(PhaseDiagram diagram, double x, double y) {
        return x > diagram.x().min()
                && x < diagram.x().max()
                && y > diagram.y().min()
                && y < diagram.y().max();
    }
}

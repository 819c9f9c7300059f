package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.run.Runs.BOWL;
import static org.separatrix.run.Runs.IN_PLACE;
import static org.separatrix.run.Runs.assertSameBits;
import static org.separatrix.run.Runs.open;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Change;
import org.separatrix.lab.Data;
import org.separatrix.lab.Recipe;

/** The same recipe, the same bits. */
class RunRepeatabilityTest {
    @Test
    void resetBeginsTheSameRunAnewAndForgetsWhatWasChangedByHand() {
        Run run = open(BOWL);
        run.step(200);
        Recording before = run.recording();
        run.reset();
        assertThat(run.progress().step()).isZero();
        run.step(100);
        run.change("eta", "0.3");
        run.reset();
        assertThat(run.settings()).isEqualTo(BOWL.standard());
        assertThat(run.recipe().changes()).isEmpty();
        run.step(200);
        assertThat(run.recording()).isNotSameAs(before);
        assertSameBits(run.recording(), before);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void theRecipeOfARunWithChangesGivesTheSameBits(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 70) Integer> pieces,
            @ForAll("gains") List<Double> gains) {
        var counter = new Counter();
        Run run = open(counter);
        for (int i = 0; i < pieces.size(); i++) {
            run.change("gain", Double.toString(gains.get(i)));
            run.change("gain", Double.toString(-gains.get(i)));
            run.step(pieces.get(i));
        }
        run.step(30);
        Recipe recipe = Recipe.parse(run.recipe().line());
        assertThat(recipe.changes()).hasSizeLessThanOrEqualTo(pieces.size());

        Run straight = open(counter);
        recipe.changes().forEach(change -> {
            straight.forward(change.step());
            straight.change(change.key(), change.value());
        });
        straight.forward(run.progress().step());
        assertSameBits(straight.recording(), run.recording());
        assertThat(straight.recipe()).isEqualTo(run.recipe());
    }

    @Provide
    Arbitrary<List<Double>> gains() {
        return Arbitraries.doubles().between(-10, 10).list().ofSize(6);
    }

    @Test
    void aRunOpenedFromARecipeTurnsWhatTheRecipeTurns() {
        Run byHand = open(BOWL);
        byHand.step(10);
        byHand.change("eta", "0.2");
        byHand.step(10);
        byHand.change("eta", "0.01");
        byHand.step(80);

        Run again = Run.open(Recipe.parse(byHand.recipe().line()), Data.NONE, IN_PLACE);
        again.forward(100);
        assertSameBits(again.recording(), byHand.recording());
        assertThat(again.settings()).isEqualTo(byHand.settings());
        assertThat(again.recipe()).isEqualTo(byHand.recipe());
        again.reset();
        again.forward(100);
        assertSameBits(again.recording(), byHand.recording());
    }

    @Test
    void aBranchGoesTheSameWayUpToItsStep() {
        Run run = open(BOWL);
        run.step(100);
        Run branch = Run.open(run.branch(40, "eta", "0.2"), Data.NONE, IN_PLACE);
        branch.forward(100);
        double[] loss = run.recording().simulated("loss", "loss");
        double[] branched = branch.recording().simulated("loss", "loss");
        for (int i = 0; i <= 40; i++) assertThat(branched[i]).isEqualTo(loss[i]);
        assertThat(branched[41]).isLessThan(loss[41]);
    }

    @Test
    void aBranchRestsAtItsStepWithWhatWasTurnedBefore() {
        Run run = open(BOWL);
        run.step(20);
        run.change("eta", "0.2");
        run.step(20);
        run.change("eta", "0.3");
        run.step(20);

        Run branch = run.branch(30);

        Progress progress = branch.progress();
        assertThat(progress.state()).isEqualTo(Run.State.PAUSED);
        assertThat(progress.step()).isEqualTo(30);
        assertThat(progress.settings().texts()).containsEntry("eta", "0.2");
        assertThat(branch.recipe().changes()).containsExactly(new Change(20, "eta", "0.2"));
        assertThat(branch.recording().time(30)).isEqualTo(run.recording().time(30));
        assertThat(branch.recording().step(30)).isEqualTo(30);
    }

    @Test
    void progressTellsWhatItHasHeard() {
        Run run = open(BOWL);
        assertThat(run.progress().heard()).isEqualTo(run.asked());

        run.speed(100);
        run.step(1);

        assertThat(run.asked()).isEqualTo(2);
        assertThat(run.progress().heard()).isEqualTo(2);
    }

    @Test
    void whereItRestedOnTheWayDoesNotShowInTheRecording() {
        Run straight = open(new Counter());
        straight.step(9000);
        Run halting = open(new Counter());
        for (int i = 0; i < 9; i++) {
            halting.step(333);
            halting.pause();
            halting.step(667);
        }
        assertSameBits(halting.recording(), straight.recording());
    }

    @Test
    void beingWatchedDoesNotShowInTheRecording() {
        Run alone = open(new Counter());
        alone.step(20_000);
        var watched = new Run[1];
        var seen = new ArrayList<Progress>();
        watched[0] = open(new Counter());
        watched[0].listen(() -> seen.add(watched[0].progress()));
        watched[0].step(20_000);
        assertThat(seen).isNotEmpty();
        assertSameBits(watched[0].recording(), alone.recording());
    }
}

package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final Axis AXIS = Axis.linear("x");

    private static Portrait portrait() {
        return new Portrait("plane", "Plane", AXIS, AXIS, new Box(0, 1, 0, 1), Optional.of((x, y) -> Map.of()));
    }

    private static Portrait.Values nothing() {
        return new Portrait.Values((x, y, out) -> out[0] = x, List.of(), List.of());
    }

    @Test
    void anObservableIsFoundByItsKeyEvenWhereItHoldsAFunction() {
        var out = new SnapshotBuilder(true);
        out.put(portrait(), nothing());
        out.event(new Event(1, "start", "start"));
        Snapshot snapshot = out.build(3, 0.3, Status.RUNNING);
        assertThat(snapshot.get(portrait())).isPresent();
        assertThat(snapshot.get(new Facts("now", "Now"))).isEmpty();
        assertThat(snapshot.observables()).hasSize(1);
        assertThat(snapshot.events()).extracting(Event::key).containsExactly("start");
        assertThat(snapshot.step()).isEqualTo(3);
    }

    @Test
    void nothingIsObservedTwice() {
        var out = new SnapshotBuilder(true);
        out.put(portrait(), nothing());
        assertThatThrownBy(() -> out.put(portrait(), nothing())).hasMessage("observed twice: plane");
    }

    @Test
    void valuesWhoseShapesContradictEachOtherCannotBe() {
        assertThatThrownBy(() -> new Curves.Values(new double[1], new double[2]))
                .hasMessage("1 values beside 2 of theory");
        assertThatThrownBy(() -> new Field.Values(new double[2], new double[3], new double[5]))
                .hasMessage("5 values on a grid of 3 x 2");
        assertThatThrownBy(() -> new Bars.Values(new double[1][1], new double[2][1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spectrum.Values(List.of(), List.of(new double[1]), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cloud("c", "C", List.of(AXIS), List.of())).hasMessage("a cloud of 1 dimensions");
        assertThatThrownBy(() -> new Cloud("c", "C", List.of(AXIS, Axis.log("y")), List.of(), Set.of(), true))
                .hasMessage("the cloud c can be isometric on two linear axes only");
        assertThatThrownBy(() -> new Line("", Line.Role.ORBIT, new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, 0, 1)).hasMessage("an empty rectangle");
    }

    @Test
    void aSpectrumIsDescending() {
        assertThat(Spectrum.descending(new double[] {1, 3, -2})).containsExactly(3, 1, -2);
    }

    @Test
    void aLandscapeCoversItsBoxCornersIncluded() {
        var landscape =
                Landscape.of("l", "L", AXIS, AXIS, AXIS, new Box(0, 2, 10, 30), (x, y) -> x + y, List.of(), List.of());
        Field.Values grid = landscape.onGrid(3, 2).getFirst();
        assertThat(grid.x()).containsExactly(0, 1, 2);
        assertThat(grid.y()).containsExactly(10, 30);
        assertThat(grid.value()).containsExactly(10, 11, 12, 30, 31, 32);
    }

    @Test
    void aStatusHasAWordAndAnEnd() {
        assertThat(Status.RUNNING.over()).isFalse();
        assertThat(List.of(Status.FINISHED, new Status.Converged(""), new Status.Diverged("")))
                .allMatch(Status::over)
                .extracting(Status::word)
                .containsExactly("finished", "converged", "diverged");
    }

    @Test
    void givenArraysAreCheckedWhereTheyAreUsed() {
        var data = new Data(
                Map.of(
                        "matrix", Array.matrix(2, 3, new double[6]),
                        "vector", Array.vector(1, 2, 3),
                        "hole", Array.vector(1, Double.NaN)),
                "abc");
        assertThat(data.matrix("matrix", 2, 3)).isPresent();
        assertThat(data.matrix("vector", 3, 1)).isPresent();
        assertThat(data.matrix("vector", 1, 3)).isPresent();
        assertThat(data.vector("absent", 3)).isEmpty();
        assertThatThrownBy(() -> data.matrix("matrix", 3, 2))
                .isInstanceOf(InvalidData.class)
                .hasMessage("matrix has the shape 2 x 3, expected 3 x 2");
        assertThatThrownBy(() -> data.vector("hole", 2))
                .isInstanceOf(InvalidData.class)
                .hasMessage("hole holds NaN at position 1: every value must be finite");
    }

    @Test
    void anArrayBelongsToNobodyElse() {
        double[] values = {1, 2};
        Array array = Array.vector(values);
        values[0] = 9;
        array.values()[1] = 9;
        assertThat(array).isEqualTo(Array.vector(1, 2)).hasSameHashCodeAs(Array.vector(1, 2));
        assertThat(array.words()).isEqualTo("2");
        assertThat(new Array(new int[0], new double[1]).words()).isEqualTo("a single number");
        assertThatThrownBy(() -> Array.matrix(2, 2, new double[3])).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Domain;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Settings;
import org.separatrix.run.SweepPlan;

/** What a phase diagram is of: lists of diagrams, axes and metrics, the values along the axes, the number of seeds. */
final class DiagramControls extends VBox {
    private static final int POINTS = 17;

    /** The width, in heights of a letter, from which on two rows hold everything. */
    private static final double WIDE = 54;

    /** Where neighbours differ, the window looks closer by itself. */
    private static final int REFINEMENTS = 1;

    private final Compute compute;
    private final BiConsumer<PhaseDiagram, SweepPlan> wanted;
    private final DropDown<PhaseDiagram> diagrams = list("diagram", "phase diagram", PhaseDiagram::name);
    private final DropDown<Parameter<?>> parameterX = list("diagram-x", "horizontal axis", DiagramControls::name);
    private final DropDown<Parameter<?>> parameterY = list("diagram-y", "vertical axis", DiagramControls::name);
    private final DropDown<Metric> metrics = list("diagram-metric", "metric", Metric::label);
    private final TypedField valuesX = values("diagram-x-values", "values along the horizontal axis", this::readX);
    private final TypedField valuesY = values("diagram-y-values", "values along the vertical axis", this::readY);
    private final TypedField seeds = values("diagram-seeds", "seeds for each point", this::readSeeds);
    private final Label complaint = new Label();
    private final VBox rows = new VBox();
    private final Node diagram = named("Diagram", diagrams);
    private final Node colour = named("Colour", metrics);
    private final Node replicas = captioned("Seeds", seeds);
    private final Node across = named("Across", parameterX, valuesX);
    private final Node up = named("Up", parameterY, valuesY);
    private Laboratory laboratory;
    private GridAxis x;
    private GridAxis y;
    private int replicates;
    private boolean showing;

    /** @param wanted told of each plan that is asked for, and of the declared diagram that it comes from */
    DiagramControls(Compute compute, BiConsumer<PhaseDiagram, SweepPlan> wanted) {
        this.compute = compute;
        this.wanted = wanted;
        getStyleClass().add("diagram-controls");
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        rows.getStyleClass().add("rows");
        getChildren().setAll(rows, complaint);
        // What does not fit takes more rows; it must not make the window wider.
        setMinWidth(0);
        widthProperty().addListener(_ -> arrange());
        complaint.fontProperty().addListener(_ -> arrange());
        complain("");
        diagrams.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) begin(chosen);
        });
        parameterX.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) ask(axis(chosen), y, replicates);
        });
        parameterY.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) ask(x, axis(chosen), replicates);
        });
        metrics.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) ask(x, y, replicates);
        });
    }

    private static <T> DropDown<T> list(String id, String name, Function<T, String> words) {
        var list = new DropDown<T>(name, words);
        list.setId(id);
        return list;
    }

    private TypedField values(String id, String name, Predicate<String> read) {
        var field = new TypedField(name, read, () -> complain(""));
        field.setId(id);
        field.setMinWidth(USE_PREF_SIZE);
        return field;
    }

    /** Puts the controls into as many rows as the width asks for. */
    private void arrange() {
        boolean wide = getWidth() > WIDE * complaint.getFont().getSize();
        List<List<Node>> wanted = wide
                ? List.of(List.of(diagram, colour, replicas), List.of(across, up))
                : List.of(List.of(diagram), List.of(colour, replicas), List.of(across), List.of(up));
        if (rows.getChildren().size() != wanted.size())
            rows.getChildren().setAll(wanted.stream().map(DiagramControls::row).toList());
    }

    private static Node row(List<Node> controls) {
        var row = new Folding(controls.toArray(Node[]::new));
        row.getStyleClass().add("controls");
        return row;
    }

    /** A list takes what room there is; values that do not fit beside it stand below. */
    private static Node named(String caption, DropDown<?> list, TypedField... values) {
        HBox first = captioned(caption, list);
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox.setHgrow(first, Priority.ALWAYS);
        var named = new Folding(first);
        named.getChildren().addAll(values);
        named.getStyleClass().add("control");
        HBox.setHgrow(named, Priority.ALWAYS);
        return named;
    }

    private static HBox captioned(String caption, Node control) {
        var label = new Label(caption);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        var captioned = new HBox(label, control);
        captioned.getStyleClass().add("control");
        return captioned;
    }

    private static String name(Parameter<?> parameter) {
        return parameter.symbol().isEmpty() ? parameter.label() : parameter.symbol() + " " + parameter.label();
    }

    /**
     * Takes up a laboratory and asks for its first diagram.
     *
     * @param present the plane around the run on the bench
     */
    void open(Laboratory opened, PhaseDiagram present) {
        laboratory = opened;
        showing = true;
        diagrams.getItems()
                .setAll(Stream.concat(opened.diagrams().stream(), Stream.of(present))
                        .toList());
        metrics.getItems().setAll(opened.metrics());
        showing = false;
        diagrams.setValue(opened.diagrams().getFirst());
    }

    /** Takes the plane around the run on the bench for what it is now. */
    void present(PhaseDiagram present) {
        int last = diagrams.getItems().size() - 1;
        if (diagrams.getSelectionModel().getSelectedIndex() < last)
            diagrams.getItems().set(last, present);
    }

    private void begin(PhaseDiagram chosen) {
        showing = true;
        Settings settings = laboratory.standard().withTexts(chosen.settings());
        List<Parameter<?>> axes = new ArrayList<>();
        for (Parameter<?> parameter : laboratory.parameters()) {
            if (SweepPlan.canBeAxis(parameter) && parameter.applies().holds(settings)) axes.add(parameter);
        }
        parameterX.getItems().setAll(axes);
        parameterY.getItems().setAll(axes);
        metrics.setValue(laboratory.metric(chosen.metric()));
        showing = false;
        ask(chosen.x(), chosen.y(), chosen.replicates());
    }

    /** The values of a parameter that a declared diagram has, or else its whole domain. */
    private GridAxis axis(Parameter<?> parameter) {
        return laboratory.diagrams().stream()
                .flatMap(diagram -> Stream.of(diagram.x(), diagram.y()))
                .filter(axis -> axis.parameter().equals(parameter.key()))
                .findFirst()
                .orElseGet(() -> switch (parameter.domain()) {
                    case Domain.Real(double min, double max, var scale) ->
                        new GridAxis(parameter.key(), min, max, POINTS, scale);
                    case Domain.Whole(long min, long max, var scale) ->
                        new GridAxis(parameter.key(), min, max, POINTS, scale);
                    case Domain.Sequence(int shortest, int longest, double min, double max) ->
                        new GridAxis(parameter.key(), min, max, POINTS, Scale.LINEAR);
                    case Domain.OneOf<?> _, Domain.Switch _ -> throw new IllegalArgumentException(parameter.key());
                });
    }

    private boolean readX(String text) {
        return read(() -> ask(GridAxis.parse(x.parameter() + "=" + text), y, replicates));
    }

    private boolean readY(String text) {
        return read(() -> ask(x, GridAxis.parse(y.parameter() + "=" + text), replicates));
    }

    private boolean readSeeds(String text) {
        return read(() -> ask(x, y, Integer.parseInt(text.strip())));
    }

    private boolean read(BooleanSupplier asked) {
        try {
            return asked.getAsBoolean();
        } catch (InvalidSetting e) {
            complain(e.getMessage());
        } catch (NumberFormatException e) {
            complain("seeds: must be a whole number");
        }
        return false;
    }

    /** Asks for a plan, if it can be; answers whether it can. */
    private boolean ask(GridAxis across, GridAxis up, int times) {
        PhaseDiagram diagram = diagrams.getValue();
        try {
            Settings settings = laboratory.standard().withTexts(diagram.settings());
            var plan = new SweepPlan(
                    laboratory,
                    Recipe.of(laboratory, settings, compute.onThreads(1), Data.NONE),
                    Data.NONE,
                    across,
                    up,
                    metrics.getValue(),
                    times,
                    REFINEMENTS,
                    SweepPlan.stop(diagram));
            complain("");
            show(plan);
            wanted.accept(diagram, plan);
            return true;
        } catch (InvalidSetting e) {
            complain(e.getMessage());
            return false;
        }
    }

    /** Shows what a plan is of. */
    void show(SweepPlan plan) {
        showing = true;
        x = plan.x();
        y = plan.y();
        replicates = plan.replicates();
        parameterX.setValue(plan.parameter(x));
        parameterY.setValue(plan.parameter(y));
        metrics.setValue(plan.metric());
        valuesX.show(x.text().substring(x.parameter().length() + 1));
        valuesY.show(y.text().substring(y.parameter().length() + 1));
        seeds.show(Integer.toString(replicates));
        showing = false;
    }

    /** Asks for the same on a part of the plane. */
    void narrow(GridAxis across, GridAxis up) {
        ask(across, up, replicates);
    }

    private void complain(String sentence) {
        complaint.setText(sentence);
        complaint.setVisible(!sentence.isEmpty());
        complaint.setManaged(!sentence.isEmpty());
    }
}

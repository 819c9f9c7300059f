package org.separatrix.app.window;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.viz.screen.Rasteriser;

/** The lesson of a laboratory, or what it says of itself where there is none. */
final class NotesView implements View {
    private static final String LESSONS = "/org/separatrix/assets/lessons/";
    private static final double DISPLAYED = 18;
    private static final double INLINE = 14;

    private final Bench bench;
    private final Background background;
    private final Rasteriser rasteriser;
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final List<EquationView> equations = new ArrayList<>();
    private Laboratory shown;
    private Dress dress = Dress.USUAL;

    NotesView(Bench bench, Background background, Rasteriser rasteriser) {
        this.bench = bench;
        this.background = background;
        this.rasteriser = rasteriser;
        page.getStyleClass().add("page");
        scroll.setContent(new StackPane(page));
        scroll.getStyleClass().add("notes");
        scroll.setFitToWidth(true);
    }

    @Override
    public String name() {
        return "Notes";
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public boolean hasContent() {
        return true;
    }

    @Override
    public void pulse() {
        Laboratory laboratory = bench.laboratory();
        if (laboratory == shown) return;
        shown = laboratory;
        background.compute(
                () -> Lesson.parse(text(laboratory)),
                lesson -> show(laboratory, lesson),
                failure -> bench.say("the notes cannot be read: " + failure.getMessage()));
    }

    private static String text(Laboratory laboratory) throws IOException {
        String file = LESSONS + laboratory.title().id() + ".md";
        try (InputStream lesson = NotesView.class.getResourceAsStream(file)) {
            return lesson == null ? outline(laboratory) : new String(lesson.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a laboratory declares of itself, in the form of a lesson. */
    private static String outline(Laboratory laboratory) {
        var text = new StringBuilder("# " + laboratory.title().name() + "\n\n");
        text.append(laboratory.title().line()).append("\n\n$$");
        text.append(laboratory.title().equation()).append("$$\n\n## Presets\n\n");
        for (Preset preset : laboratory.presets())
            text.append("- **")
                    .append(preset.name())
                    .append("**: ")
                    .append(preset.line())
                    .append('\n');
        if (!laboratory.title().sources().isEmpty()) text.append("\n## Sources\n\n");
        laboratory
                .title()
                .sources()
                .forEach(source -> text.append("- ").append(source).append('\n'));
        return text.toString();
    }

    private void show(Laboratory laboratory, Lesson lesson) {
        if (laboratory != shown) return;
        equations.clear();
        page.getChildren().setAll(lesson.blocks().stream().map(this::node).toList());
        scroll.setVvalue(0);
    }

    private Node node(Lesson.Block block) {
        return switch (block) {
            case Lesson.Heading(int level, List<Lesson.Span> text) -> flow(text, "heading-" + level);
            case Lesson.Paragraph(List<Lesson.Span> text) -> flow(text, "body");
            case Lesson.Item(String bullet, List<Lesson.Span> text) -> item(bullet, text);
            case Lesson.Formula(String latex) -> displayed(latex);
        };
    }

    private Node item(String bullet, List<Lesson.Span> text) {
        var mark = new TextFlow(new Text(bullet));
        mark.getStyleClass().add("bullet");
        mark.setMinWidth(TextFlow.USE_PREF_SIZE);
        TextFlow words = flow(text, "body");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(mark, words);
        row.getStyleClass().add("item");
        return row;
    }

    private TextFlow flow(List<Lesson.Span> spans, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add("text-flow");
        for (Lesson.Span span : spans) flow.getChildren().add(node(span, style));
        return flow;
    }

    private Node node(Lesson.Span span, String style) {
        if (span.face() == Lesson.Face.FORMULA) return equation(span.text(), INLINE);
        var text = new Text(span.text());
        text.getStyleClass().addAll(style, span.face().name().toLowerCase(java.util.Locale.ROOT));
        return text;
    }

    private Node displayed(String latex) {
        EquationView formula = equation(latex, DISPLAYED);
        // Wider than the page, it is made smaller rather than the page wider.
        formula.setMinWidth(0);
        var frame = new StackPane(formula);
        frame.getStyleClass().add("displayed");
        return frame;
    }

    private EquationView equation(String latex, double size) {
        var equation = new EquationView(rasteriser, background, latex, size, dress);
        equations.add(equation);
        return equation;
    }

    @Override
    public void dress(Dress chosen) {
        dress = chosen;
        equations.forEach(equation -> equation.dress(chosen));
    }
}

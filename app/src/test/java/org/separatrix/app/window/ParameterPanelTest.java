package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Choice;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Settings;
import org.testfx.api.FxToolkit;

/** One parameter of every kind, as a panel shows them. */
class ParameterPanelTest {
    enum Shape implements Choice {
        ROUND,
        SQUARE;

        @Override
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Parameter<Shape> SHAPE = Parameter.choice("shape", "shape", Shape.ROUND);
    private static final Parameter<Double> RADIUS = Parameter.real("radius", "r", "radius", 0, 2, 1)
            .under("Disc")
            .appliesWhen(Condition.when(SHAPE, Shape.ROUND));
    private static final Parameter<Long> SIDES = Parameter.whole("sides", "n", "sides", 3, 9, 4);
    private static final Parameter<Boolean> FILLED = Parameter.toggle("filled", "filled", false);
    private static final Parameter<List<Double>> WIDTHS =
            Parameter.sequence("widths", "w_i", "widths", 4, 1, 9, List.of(2.0));

    private final Hand robot = new Hand();
    private Settings settings = Settings.standard(List.of(SHAPE, SIDES, FILLED, WIDTHS, RADIUS), List.of());
    private ParameterPanel panel;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        fx(() -> {
            panel = new ParameterPanel((next, _) -> {
                settings = next;
                panel.show(next);
            });
            panel.show(settings);
            stage = new Stage();
            var scene = new Scene(panel, 320, 640);
            StyleSheets.apply(Dress.USUAL, scene);
            stage.setScene(scene);
            stage.show();
            return true;
        });
        await(() -> panel.lookup("#field-radius").getLayoutBounds().getWidth() > 0 && stage.isFocused());
    }

    @AfterEach
    void close() {
        fx(() -> {
            stage.close();
            return true;
        });
    }

    @Test
    void aChoiceIsMadeFromItsLabels() {
        fx(() -> {
            ((ComboBox<?>) panel.lookup("#parameter-shape .combo-box"))
                    .getSelectionModel()
                    .selectLast();
            return true;
        });

        eventually(() -> assertThat(settings.get(SHAPE)).isEqualTo(Shape.SQUARE));
    }

    @Test
    void aSwitchIsTurnedByAPress() {
        robot.clickOn("#parameter-filled .switch");
        eventually(() -> assertThat(settings.get(FILLED)).isTrue());

        fx(() -> {
            panel.show(settings.with(FILLED, false));
            return true;
        });
        eventually(() -> assertThat(((CheckBox) panel.lookup("#parameter-filled .switch")).isSelected())
                .isFalse());
    }

    @Test
    void aListIsTypedWithCommas() {
        robot.doubleClickOn("#field-widths");
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write("3, 4.5");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        eventually(() -> assertThat(settings.get(WIDTHS)).containsExactly(3.0, 4.5));
    }

    @Test
    void theArrowKeysTurnANumber() {
        robot.clickOn("#field-sides");
        robot.press(KeyCode.UP).release(KeyCode.UP);
        eventually(() -> assertThat(settings.get(SIDES)).isEqualTo(5));

        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        eventually(() -> assertThat(settings.get(SIDES)).isEqualTo(4));
        eventually(() ->
                assertThat(((TextField) panel.lookup("#field-sides")).getText()).isEqualTo("4"));
    }

    @Test
    void theDiceChooseAnotherSeed() {
        long before = settings.seed();
        for (int throwing = 0; throwing < 3 && settings.seed() == before; throwing++) robot.clickOn("#dice");

        eventually(() -> assertThat(settings.seed()).isNotEqualTo(before));
    }

    @Test
    void whatDoesNotApplyIsFoldedAwayAndOnDemandShownDisabledWithTheReason() {
        Node radius = fx(() -> panel.lookup("#field-radius"));
        eventually(() -> assertThat(radius.isDisabled()).isFalse());

        choose(Shape.SQUARE);
        eventually(() -> assertThat(Screen.seen(radius)).isFalse());
        eventually(() -> assertThat(((ToggleButton) panel.lookup("#more-parameters")).getText())
                .isEqualTo("1 more applies to other settings"));

        robot.clickOn("#more-parameters");
        eventually(() -> assertThat(Screen.seen(radius)).isTrue());
        eventually(() -> assertThat(radius.isDisabled()).isTrue());
        eventually(() -> assertThat(((Label) panel.lookup("#parameter-radius .quiet")).getText())
                .isEqualTo("only when shape is round"));

        choose(Shape.ROUND);
        eventually(() -> assertThat(radius.isDisabled()).isFalse());
        eventually(
                () -> assertThat(Screen.seen(panel.lookup("#more-parameters"))).isFalse());
    }

    @Test
    void aGroupFoldsUnderItsHeading() {
        Node sides = fx(() -> panel.lookup("#field-sides"));
        Node heading = fx(() -> panel.lookup(".section-heading"));

        robot.clickOn(heading);
        eventually(() -> assertThat(Screen.seen(sides)).isFalse());
        robot.clickOn(heading);
        eventually(() -> assertThat(Screen.seen(sides)).isTrue());
    }

    @Test
    void manyParametersAreSearched() {
        Parameter<?>[] many = IntStream.range(0, 12)
                .mapToObj(i -> Parameter.real("p" + i, "", "knob " + i, 0, 1, 0))
                .toArray(Parameter<?>[]::new);
        eventually(
                () -> assertThat(Screen.seen(panel.lookup("#parameter-search"))).isFalse());
        fx(() -> {
            panel.show(Settings.standard(List.of(many), List.of()));
            return true;
        });

        robot.clickOn("#parameter-search").write("knob 7");
        eventually(() -> assertThat(Screen.seen(panel.lookup("#field-p7"))).isTrue());
        eventually(() -> assertThat(Screen.seen(panel.lookup("#field-p6"))).isFalse());

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        eventually(() -> assertThat(Screen.seen(panel.lookup("#field-p6"))).isTrue());
    }

    @Test
    void theWheelTurnsTheNumberThatHasTheKeyboardAndNoOther() {
        Screen.roll(panel.lookup("#field-sides"), 40);
        eventually(() -> assertThat(settings.get(SIDES)).isEqualTo(4));

        robot.clickOn("#field-sides");
        Screen.roll(panel.lookup("#field-sides"), 40);
        eventually(() -> assertThat(settings.get(SIDES)).isEqualTo(5));
        Screen.roll(panel.lookup("#field-sides"), -40);
        eventually(() -> assertThat(settings.get(SIDES)).isEqualTo(4));
    }

    @Test
    void aDoubleClickOnTheNameOrTheSliderBringsTheDefault() {
        for (String place : List.of("#parameter-radius .parameter-name", "#slider-radius")) {
            fx(() -> {
                panel.show(settings.with(RADIUS, 1.7));
                return true;
            });
            robot.doubleClickOn(place);
            assertThat(settings.get(RADIUS)).as(place).isEqualTo(1);
        }
    }

    @Test
    void whatIsTurnedToIsBroughtIntoView() {
        choose(Shape.SQUARE);

        fx(() -> {
            panel.turnTo(RADIUS);
            return true;
        });
        eventually(() -> assertThat(Screen.seen(panel.lookup("#field-radius"))).isTrue());

        fx(() -> {
            panel.turnTo(SIDES);
            return true;
        });
        eventually(() -> assertThat(panel.lookup("#field-sides").isFocused()).isTrue());
    }

    private void choose(Shape shape) {
        fx(() -> {
            panel.show(settings.with(SHAPE, shape));
            return true;
        });
    }

    @Test
    void whatIsTurnedWhileTheRowsAreBeingBuiltIsShownInTheEnd() {
        List<Parameter<?>> many = IntStream.range(0, 300)
                .<Parameter<?>>mapToObj(i -> Parameter.whole("p" + i, "", "parameter " + i, 0, 9, 4))
                .toList();
        Settings before = Settings.standard(many, List.of());
        Settings after = before.with("p0", "7");

        String shown = fx(() -> {
            var growing = new ParameterPanel((_, _) -> {});
            growing.grow(before);
            assertThat(growing.suits(before)).isFalse();
            while (!growing.suits(after)) growing.grow(after);
            new Scene(growing);
            growing.applyCss();
            growing.layout();
            return ((TextField) growing.lookup("#field-p0")).getText();
        });

        assertThat(shown).isEqualTo("7");
    }

    @Test
    void everyControlHasAName() {
        for (Parameter<?> parameter : settings.parameters()) {
            Node row = fx(() -> panel.lookup("#parameter-" + parameter.key()));
            assertThat(fx(() -> Stream.of(".text-field", ".slider", ".combo-box", ".switch")
                            .flatMap(control -> row.lookupAll(control).stream())
                            .map(Node::getAccessibleText)
                            .toList()))
                    .isNotEmpty()
                    .allMatch(name -> name != null && name.equals(parameter.label()));
        }
    }
}

package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Laboratory;
import org.separatrix.viz.Theme;

/** How the window looks with every laboratory in it, in every tab. */
class LooksWalkTest {
    private static final List<Laboratory> ALL = Laboratory.all().stream()
            .filter(laboratory -> !laboratory.title().id().equals("bowl"))
            .toList();
    private static final List<Sight> SIGHTS = List.of(
            new Sight(
                    Theme.LIGHT, 1, 1440, 900, List.of(Fault::cut, Fault::unreadable, Fault::offGrid, Fault::foreign)),
            new Sight(Theme.DARK, 1, 1440, 900, List.of(Fault::unreadable)),
            new Sight(Theme.LIGHT, 1, 1024, 700, List.of(Fault::tabsBeyond, Fault::cut)),
            new Sight(Theme.LIGHT, 2, 1024, 700, List.of(Fault::cut)));

    private static OpenWindow window;

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.onAll();
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @Test
    void theThemeFollowsTheSystemUntilTheOtherOneIsChosen() {
        system(ColorScheme.DARK);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.DARK));
        system(ColorScheme.LIGHT);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.LIGHT));

        window.press(KeyCode.CONTROL, KeyCode.T);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.DARK));
        system(ColorScheme.DARK);
        system(ColorScheme.LIGHT);
        assertThat(fx(LooksWalkTest::theme)).isEqualTo(Theme.DARK);

        // Back at the system's theme, it is followed again.
        window.press(KeyCode.CONTROL, KeyCode.T);
        system(ColorScheme.DARK);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.DARK));
        system(ColorScheme.LIGHT);
    }

    private static void system(ColorScheme scheme) {
        fx(() -> {
            window.scene().getPreferences().setColorScheme(scheme);
            return true;
        });
    }

    private static Theme theme() {
        var header = (Region) window.scene().lookup(".header");
        Paint ground = header.getBackground().getFills().getFirst().getFill();
        return ground.equals(Color.web(Theme.DARK.panel().hex())) ? Theme.DARK : Theme.LIGHT;
    }

    @Test
    void inEveryTabOfEveryLaboratoryTextIsWholeAndReadableAndPartsLieOnTheGrid() throws Exception {
        var found = new ArrayList<String>();
        for (Laboratory laboratory : ALL) {
            open(laboratory);
            for (Sight sight : SIGHTS) {
                fx(() -> {
                    window.workbench().appear(sight.theme, sight.text);
                    return true;
                });
                for (String tab : tabs()) {
                    String place = laboratory.title().name() + ", " + tab + ", " + sight + ": ";
                    found.addAll(fx(() -> {
                        window.turnTo(tab);
                        return sight.faults(laidOut(sight.width, sight.height))
                                .distinct()
                                .map(place::concat)
                                .toList();
                    }));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    /** A window as it may be looked at, and what may be wrong with it then. */
    private record Sight(
            Theme theme, double text, int width, int height, List<Function<Parent, Stream<String>>> faults) {
        Stream<String> faults(Parent root) {
            return faults.stream().flatMap(fault -> fault.apply(root));
        }

        @Override
        public String toString() {
            return "%s, text of %.0f %%, %d x %d".formatted(theme, 100 * text, width, height);
        }
    }

    private static void open(Laboratory laboratory) throws Exception {
        fx(() -> {
            window.workbench().open(laboratory, laboratory.presets().getFirst());
            return true;
        });
        await(() -> window.bench().progress().step() > 1
                && ((ParameterPanel) window.scene().lookup(".parameter-panel"))
                        .suits(window.bench().settings().get()));
        fx(() -> {
            if (window.bench().playing()) window.bench().toggle();
            return true;
        });
    }

    /** The window in a size; asked twice, for what wraps takes the room that the first time has given it. */
    private static Parent laidOut(double width, double height) {
        Parent root = window.scene().getRoot();
        for (int time = 0; time < 2; time++) {
            root.resize(width, height);
            root.applyCss();
            root.layout();
        }
        return root;
    }

    @Test
    void onALargeScreenTheChartsTakeTheRoom() throws Exception {
        open(ALL.getFirst());
        fx(() -> {
            window.workbench().appear(Theme.LIGHT, 1);
            return window.turnTo("Dynamics");
        });
        await(() -> window.scene().lookup(".card") != null);

        double share = fx(() -> {
            Parent root = laidOut(3840, 2160);
            double cards = root.lookupAll(".card").stream()
                    .filter(Screen::seen)
                    .map(Node::getLayoutBounds)
                    .mapToDouble(card -> card.getWidth() * card.getHeight())
                    .sum();
            return cards / (3840 * 2160);
        });

        assertThat(share).isGreaterThan(0.7);
    }

    private static List<String> tabs() {
        return fx(() -> ((TabPane) window.scene().lookup(".views"))
                .getTabs().stream().map(Tab::getText).toList());
    }
}

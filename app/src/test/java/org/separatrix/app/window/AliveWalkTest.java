package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Track;

/** What is there before anybody has touched anything, and what the keyboard brings from the gallery. */
class AliveWalkTest {
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.onAll();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void everyLaboratoryPlaysItsDefaultPresetAndDrawsItWithoutBeingAsked() throws Exception {
        List<Laboratory> all = fx(() -> ((ListView<?>) window.scene().lookup("#laboratories"))
                .getItems().stream().map(Laboratory.class::cast).toList());
        assertThat(all).hasSizeGreaterThan(1);
        for (Laboratory laboratory : all) {
            if (fx(() -> window.bench().laboratory()) != laboratory) {
                window.focus("laboratories");
                window.press(KeyCode.DOWN);
            }
            await(() -> window.bench().laboratory() == laboratory);
            assertThat(fx(() -> window.bench().preset().get()))
                    .isEqualTo(laboratory.presets().getFirst());
            await(() -> window.bench().progress().step() > 1);
            eventually(() -> assertThat(drawn()).isPositive());
            eventually(() -> assertThat(window.labels(".now")).isNotEmpty());
        }
    }

    /** How many recorded moments of the run are in the picture of the first chart on screen. */
    private int drawn() {
        ChartCard card = (ChartCard) window.scene().lookup(".card");
        if (card == null || card.view().seen().isEmpty()) return 0;
        return ((Chart) card.view().plot())
                .tracks().stream()
                        .filter(track -> track.role() == Track.Role.MAIN)
                        .mapToInt(track -> track.recording().size())
                        .sum();
    }

    @Test
    void aPresetIsOpenedFromItsPictureByKeys() throws Exception {
        List<Preset> presets = fx(() -> window.bench().laboratory().presets());
        await(() -> window.scene().getRoot().lookupAll("#presets .thumbnail .image-view").stream()
                .anyMatch(picture -> ((ImageView) picture).getImage() != null));

        window.focus("presets");
        window.press(KeyCode.DOWN);

        await(() -> window.bench().preset().get() == presets.get(1));
        await(() -> window.bench().playing());
    }

    @Test
    void whereMotionIsReducedNothingMovesByItself() throws Exception {
        fx(() -> {
            window.scene().getPreferences().setReducedMotion(true);
            Laboratory open = window.bench().laboratory();
            window.workbench().open(open, open.presets().get(1));
            return true;
        });
        await(() -> window.bench().progress().step() == 1);
        fx(() -> {
            window.bench().pulse();
            return true;
        });
        assertThat(fx(() -> window.bench().playing())).isFalse();

        window.press(KeyCode.SPACE);
        await(() -> window.bench().progress().step() > 1);
    }
}

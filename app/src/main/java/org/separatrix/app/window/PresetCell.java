package org.separatrix.app.window;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Preset;
import org.separatrix.viz.Theme;

/** A preset in the gallery: a small picture of what it shows, its name, and the sentence that says what to see. */
final class PresetCell extends ListCell<Preset> {
    private static final double FRAME = 1;
    private final Function<Preset, ObservableValue<Map<Theme, Image>>> pictures;
    private final Supplier<Theme> theme;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final Label line = new Label();
    private final VBox content;
    private ObservableValue<Image> shown;

    /**
     * An empty cell.
     *
     * @param pictures the picture of a preset, null until it is drawn
     * @param theme the theme of the window
     */
    PresetCell(Function<Preset, ObservableValue<Map<Theme, Image>>> pictures, Supplier<Theme> theme) {
        this.pictures = pictures;
        this.theme = theme;
        picture.setFitWidth(Thumbnail.WIDTH);
        picture.setFitHeight(Thumbnail.HEIGHT);
        var frame = new StackPane(picture);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(Thumbnail.WIDTH + 2 * FRAME, Thumbnail.HEIGHT + 2 * FRAME);
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        name.getStyleClass().add("preset-name");
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.getStyleClass().add("preset-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        var top = new HBox(frame, name);
        top.getStyleClass().add("preset-top");
        content = new VBox(top, line);
        content.getStyleClass().add("preset");
        // A cell as wide as the list, so that its text wraps rather than runs out of sight.
        setPrefWidth(0);
        Help.explain(content, () -> Explanations.of(getItem()));
    }

    @Override
    protected void updateItem(Preset preset, boolean empty) {
        super.updateItem(preset, empty);
        picture.imageProperty().unbind();
        setGraphic(empty ? null : content);
        setAccessibleText(empty ? null : preset.name() + ". " + preset.line());
        if (empty) return;
        name.setText(preset.name());
        line.setText(preset.line());
        shown = pictures.apply(preset).map(images -> images.get(theme.get()));
        picture.imageProperty().bind(shown);
    }
}

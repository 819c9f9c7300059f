package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.separatrix.viz.Colour;

/** What may be wrong with how a part of the window looks, each fault in words. */
final class Fault {
    /** The contrast of text that the guidelines ask for at level AA (WCAG 2.1, criterion 1.4.3). */
    private static final double READABLE = 4.5;

    /** The step in which parts are laid out, in pixels; inside a control, half of it. */
    private static final double STEP = 4;

    /** How far from its step a distance may be: a third of a pixel is not seen, where it is rounded to pixels. */
    private static final double ROUNDING = 0.1;

    private Fault() {}

    private static Stream<Node> below(Parent root) {
        return root.lookupAll("*").stream().filter(Screen::seen);
    }

    /** Texts that say less than they should, and texts of which a side is cut off. */
    static Stream<String> cut(Parent root) {
        return below(root)
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(labeled ->
                        labeled.getText() != null && !labeled.getText().isBlank() && labeled.getWidth() > 0)
                .filter(labeled -> labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY)
                .filter(labeled -> labeled.lookup(".text") instanceof Text text
                        && (!text.getText().equals(labeled.getText()) || sticksOut(labeled, text)))
                .map(labeled -> "“" + labeled.getText() + "” is cut");
    }

    /** Whether a text leaves a part that cuts off what lies beyond it. The strip of tabs does, and offers a list of all. */
    private static boolean sticksOut(Labeled labeled, Text text) {
        if (labeled.getStyleClass().contains("tab-label")) return false;
        return Stream.iterate(text.getParent(), part -> part != null, Node::getParent)
                .filter(part -> part.getClip() != null)
                .anyMatch(part -> {
                    Bounds room = part.localToScene(part.getClip().getBoundsInParent());
                    Bounds place = text.localToScene(text.getLayoutBounds());
                    return place.getMinX() < room.getMinX() - 1 || place.getMaxX() > room.getMaxX() + 1;
                });
    }

    /** A strip of tabs that does not show all of them: it offers a list of them then. */
    static Stream<String> tabsBeyond(Parent root) {
        return below(root)
                .filter(node -> node.getStyleClass().contains("tab-down-button"))
                .map(_ -> "there is no room for all tabs");
    }

    /** Texts that do not stand out from what they are written on; what is disabled need not. */
    static Stream<String> unreadable(Parent root) {
        return below(root)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank() && !text.isDisabled())
                .filter(text -> contrast(text) < READABLE)
                .map(text -> "“%s” has a contrast of %.2f".formatted(text.getText(), contrast(text)));
    }

    private static double contrast(Text text) {
        return colour((Color) text.getFill()).contrast(colour(ground(text)));
    }

    private static Colour colour(Color paint) {
        return Colour.of(String.format(
                Locale.ROOT,
                "#%02X%02X%02X",
                Math.round(255 * paint.getRed()),
                Math.round(255 * paint.getGreen()),
                Math.round(255 * paint.getBlue())));
    }

    /** What is painted below a node, one colour over the other. */
    private static Color ground(Node node) {
        var above = new ArrayList<Color>();
        for (Parent part = node.getParent(); part != null; part = part.getParent()) {
            if (!(part instanceof Region region) || region.getBackground() == null) continue;
            for (BackgroundFill fill : region.getBackground().getFills().reversed())
                if (fill.getFill() instanceof Color colour) above.add(colour);
        }
        Color ground = Color.WHITE;
        for (Color colour : above.reversed())
            ground = ground.interpolate(
                    Color.color(colour.getRed(), colour.getGreen(), colour.getBlue()), colour.getOpacity());
        return ground;
    }

    /** Parts whose padding or spacing is not a number of steps. */
    static Stream<String> offGrid(Parent root) {
        return below(root)
                .filter(Region.class::isInstance)
                .map(Region.class::cast)
                .filter(region -> !offGrid(region).isEmpty())
                .map(region -> region.getClass().getSimpleName() + region.getStyleClass() + " has " + offGrid(region));
    }

    private static List<Double> offGrid(Region region) {
        Insets padding = region.getPadding();
        var distances =
                new ArrayList<>(List.of(padding.getTop(), padding.getRight(), padding.getBottom(), padding.getLeft()));
        switch (region) {
            case HBox box -> distances.add(box.getSpacing());
            case VBox box -> distances.add(box.getSpacing());
            case GridPane grid -> distances.addAll(List.of(grid.getHgap(), grid.getVgap()));
            default -> {}
        }
        double step = inControl(region) ? STEP / 2 : STEP;
        // A pixel is the room of a line, not a distance.
        distances.removeIf(distance ->
                distance == 1 || Math.abs(distance - step * Math.rint(distance / step)) < ROUNDING);
        return distances;
    }

    private static boolean inControl(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent)
                .anyMatch(part -> part instanceof Labeled
                        || part instanceof TextInputControl
                        || part instanceof ComboBoxBase
                        || part instanceof Slider
                        || part instanceof ProgressBar);
    }

    /** Icons that are not of the family, and buttons of an icon that have none. */
    static Stream<String> foreign(Parent root) {
        return below(root)
                .filter(node -> node instanceof FontIcon icon && !(icon.getIconCode() instanceof Feather)
                        || node instanceof Labeled button
                                && button.getStyleClass().contains("icon-button")
                                && !(button.getGraphic() instanceof FontIcon))
                .map(node -> node + " is not of the family of icons");
    }
}

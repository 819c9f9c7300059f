package org.separatrix.app.window;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.separatrix.lab.Numbers;
import org.separatrix.viz.Theme;

/**
 * How the window looks: its theme, that of the system until the user chooses the other one, and the size of its text.
 * What is chosen is remembered.
 */
final class Appearance implements AutoCloseable {
    private static final String THEME = "theme";
    private static final String TEXT = "text";
    private static final double LARGEST = 2;
    private static final double STEP = 0.25;

    private final Preferences preferences;
    private final Scene scene;
    private final Consumer<Dress> wear;
    private final ChangeListener<ColorScheme> system = (_, _, _) -> follow();
    private Dress dress;

    /**
     * Dresses a scene as it was left, or else in a theme.
     *
     * @param wear dresses what style sheets do not reach
     */
    Appearance(Preferences preferences, Scene scene, Theme otherwise, Consumer<Dress> wear) {
        this.preferences = preferences;
        this.scene = scene;
        this.wear = wear;
        double text = preferences.get(TEXT).map(Appearance::scale).orElse(1.0);
        Theme first = preferences
                .get(THEME)
                .flatMap(name -> Stream.of(Theme.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElse(otherwise);
        put(new Dress(first, text));
        scene.getPreferences().colorSchemeProperty().addListener(system);
    }

    /** The theme that the system asks for. */
    static Theme ofSystem() {
        return of(Platform.getPreferences().getColorScheme());
    }

    private static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private static double scale(String remembered) {
        try {
            return Math.clamp(Numbers.parse(remembered), 1, LARGEST);
        } catch (IllegalArgumentException e) {
            return 1;
        }
    }

    private void follow() {
        if (preferences.get(THEME).isEmpty()) put(new Dress(asked(), dress.text()));
    }

    /** The theme that the system asks of the window. */
    private Theme asked() {
        return of(scene.getPreferences().getColorScheme());
    }

    /** Takes a theme and a size of text, as a multiple of the usual one; neither is remembered. */
    void take(Theme chosen, double text) {
        put(new Dress(chosen, text));
    }

    private void put(Dress on) {
        dress = on;
        StyleSheets.apply(dress, scene);
        wear.accept(dress);
    }

    /** What the window wears. */
    Dress dress() {
        return dress;
    }

    /** Turns light to dark and dark to light. Whoever comes back to the system's theme follows the system again. */
    void turnTheme() {
        Theme other = dress.theme() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT;
        put(new Dress(other, dress.text()));
        if (other == asked()) preferences.forget(THEME);
        else preferences.put(THEME, other.name());
    }

    /** Makes text larger. */
    void enlarge() {
        resize(dress.text() + STEP);
    }

    /** Makes text smaller, down to the usual size. */
    void reduce() {
        resize(dress.text() - STEP);
    }

    /** Gives text its usual size. */
    void reset() {
        resize(1);
    }

    private void resize(double to) {
        put(new Dress(dress.theme(), Math.clamp(to, 1, LARGEST)));
        preferences.put(TEXT, Numbers.format(dress.text()));
    }

    /** Follows the system no more. */
    @Override
    public void close() {
        scene.getPreferences().colorSchemeProperty().removeListener(system);
    }
}

package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;
import org.separatrix.viz.Track;

/** The runs that stand beside the one that is shown: the ghost of the run before it, and those that a user has pinned. */
final class Comparison {
    private final ObservableList<Pin> pins = FXCollections.observableArrayList();
    private final ObservableList<Pin> pinsToSee = FXCollections.unmodifiableObservableList(pins);
    private Optional<Track> ghost = Optional.empty();

    /** The run that is shown, its ghost unless that is pinned, and the pinned runs that are shown. */
    List<Track> tracks(Progress progress) {
        var tracks = new ArrayList<Track>();
        tracks.add(Track.main(progress));
        ghost.filter(before -> !isPinned(before.recording())).ifPresent(tracks::add);
        pins.stream()
                .filter(pin -> pin.shown() && pin.recording() != progress.recording())
                .map(pin -> Track.pinned(pin.recording(), pin.label()))
                .forEach(tracks::add);
        return tracks;
    }

    /** The pinned runs, the oldest first; for looking only. */
    ObservableList<Pin> pins() {
        return pinsToSee;
    }

    /**
     * Pins a run, as it is and will be until it is replaced; answers whether it was not pinned already. Where a pin is
     * called so already, a number sets them apart.
     */
    boolean pin(Recording recording, String label) {
        return !isPinned(recording) && pins.add(new Pin(recording, distinct(label), true));
    }

    private String distinct(String label) {
        List<String> names = pins.stream().map(Pin::label).toList();
        return Stream.iterate(2, number -> number + 1)
                .map(number -> label + " (" + number + ")")
                .filter(name -> !names.contains(name))
                .findFirst()
                .filter(_ -> names.contains(label))
                .orElse(label);
    }

    private boolean isPinned(Recording recording) {
        return pins.stream().anyMatch(pin -> pin.recording() == recording);
    }

    /** Lets go of a pinned run. */
    void unpin(Pin pin) {
        pins.remove(pin);
    }

    /** Shows a pinned run in the charts, or hides it. */
    void show(Pin pin, boolean shown) {
        pins.replaceAll(one -> one == pin ? one.shown(shown) : one);
    }

    /** Lets go of all pinned runs. */
    void unpinAll() {
        pins.clear();
    }

    /** Keeps a run as the ghost, in place of the one before. */
    void keepGhost(Recording before, String label) {
        ghost = Optional.of(Track.ghost(before, label));
    }

    /** Lets go of the ghost. */
    void dropGhost() {
        ghost = Optional.empty();
    }
}

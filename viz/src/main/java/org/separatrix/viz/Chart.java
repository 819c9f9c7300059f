package org.separatrix.viz;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;

/**
 * The picture of an observable: the runs to show, up to which time, and how. Immutable but for the growing recordings it
 * looks at; a changed copy shares the curves already thinned.
 */
public final class Chart implements Plot {
    private final Observable<?> observable;
    private final List<Track> tracks;
    private final double cursor;
    private final Look look;
    private final Sampler sampler;

    private Chart(Observable<?> observable, List<Track> tracks, double cursor, Look look, Sampler sampler) {
        this.observable = observable;
        this.tracks = List.copyOf(tracks);
        this.cursor = cursor;
        this.look = look;
        this.sampler = sampler;
    }

    /** A chart without runs. */
    public static Chart of(Observable<?> observable, Look look) {
        return new Chart(observable, List.of(), Double.NaN, look, new Sampler());
    }

    /** The same with these runs, the one that is looked at first. */
    public Chart with(List<Track> tracks) {
        return new Chart(observable, tracks, cursor, look, sampler);
    }

    /** The same up to a time; NaN for the present. */
    public Chart at(double time) {
        return new Chart(observable, tracks, time, look, sampler);
    }

    @Override
    public Chart with(Look look) {
        return new Chart(observable, tracks, cursor, look, sampler);
    }

    /** What is shown. */
    public Observable<?> observable() {
        return observable;
    }

    /** The runs. */
    public List<Track> tracks() {
        return tracks;
    }

    /** The time up to which they are shown; NaN for the present. */
    public double cursor() {
        return cursor;
    }

    @Override
    public String title() {
        return observable.title();
    }

    @Override
    public Map<Part, String> parts() {
        return Legends.parts(this);
    }

    @Override
    public boolean coloured() {
        return observable instanceof Field;
    }

    @Override
    public String summary() {
        return main().map(track -> Summary.of(shown(), track)).orElse(title());
    }

    @Override
    public Look look() {
        return look;
    }

    private record Version(Observable<?> observable, List<Object> data, double cursor, Look look) {}

    @Override
    public Object version() {
        var data = new ArrayList<Object>();
        for (Track track : tracks) {
            data.add(System.identityHashCode(track.recording()));
            data.add(track.recording().size());
            data.add(track.newest().map(Snapshot::step));
            data.add(track.label());
            data.add(track.role());
        }
        return new Version(observable, data, cursor, look);
    }

    @Override
    public Optional<Layout> draw(Graphics2D g, double width, double height) {
        synchronized (sampler) {
            return switch (shown()) {
                case Curves curves -> framed(new CurvesChart(curves, this).sheet(), g, width, height);
                case Spectrum spectrum -> framed(new SpectrumChart(spectrum, this).sheet(), g, width, height);
                case Bars bars -> framed(new BarsChart(bars, this).sheet(), g, width, height);
                case Field field -> framed(new FieldChart(field, this).sheet(), g, width, height);
                case Portrait portrait -> framed(new PortraitChart(portrait, this).sheet(), g, width, height);
                case Cloud cloud -> framed(new CloudChart(cloud, this).sheet(), g, width, height);
                case Facts facts -> new FactsTable(facts, this).draw(g, width, height);
            };
        }
    }

    private Optional<Layout> framed(Sheet sheet, Graphics2D g, double width, double height) {
        return new Frame(sheet, look.theme()).draw(g, width, height);
    }

    /**
     * What can be read at a point of the plane: of curves, every series of the run that is looked at, at the recorded
     * time nearest to the point; of a field, the value of the cell; of others, the point itself.
     */
    @Override
    public Optional<Probe> read(Plane plane, double x, double y) {
        return Readings.of(this, plane, x, y);
    }

    Sampler sampler() {
        return sampler;
    }

    /** The observable without what is hidden. */
    Observable<?> shown() {
        return new Visible(observable, look).observable();
    }

    /** The hues, which do not change when something is hidden. */
    Palette palette() {
        return Palette.of(look.theme(), observable);
    }

    /** The run that is looked at, if there is one. */
    Optional<Track> main() {
        return tracks.stream().filter(track -> track.role() == Track.Role.MAIN).findFirst();
    }

    /** The runs that are not hidden, the one that is looked at last, above the others. */
    List<Track> fromBelow() {
        return tracks.stream()
                .filter(track -> track.role() == Track.Role.MAIN || look.shows(new Part.Run(track.label())))
                .sorted(Comparator.comparing(Track::role).reversed())
                .toList();
    }

    /** The values of the observable to show, of one run. */
    <V> Optional<V> values(Observable<V> of, Track track) {
        return track.at(cursor).flatMap(snapshot -> snapshot.get(of)).map(new Visible(observable, look)::values);
    }

    /** The words beside an axis, with the unit. */
    static String words(Axis axis) {
        return axis.unit().isEmpty() ? axis.label() : axis.label() + " (" + axis.unit() + ")";
    }

    /** What stands beside the title: the ordinates, unless the title names them. */
    static String note(String title, Axis axis) {
        return axis.label().equalsIgnoreCase(title) && axis.unit().isEmpty() ? "" : words(axis);
    }
}

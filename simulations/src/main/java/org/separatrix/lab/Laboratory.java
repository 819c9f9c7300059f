package org.separatrix.lab;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.ServiceLoader;

/** One dynamical system and all that can be done with it. Stateless; found by {@link ServiceLoader}. */
public interface Laboratory {
    /** How it presents itself. */
    Title title();

    /** Its parameters, in the order of the panel; the seed, which every laboratory has, is not among them. */
    List<Parameter<?>> parameters();

    /** What settings must satisfy together, each in words that say so. */
    default List<Condition> rules() {
        return List.of();
    }

    /** The arrays it takes in place of random draws. */
    default List<DataKey> dataKeys() {
        return List.of();
    }

    /** What can be seen of a run with these settings: the most telling first. */
    List<Observable<?>> observables(Settings settings);

    /** What can be judged from a run. */
    List<Metric> metrics();

    /** Settings worth a visit: the default first. At least one. */
    List<Preset> presets();

    /** Planes of two parameters worth a map: the default first. At least one. */
    List<PhaseDiagram> diagrams();

    /**
     * A document of given data in the words of this laboratory, where it is in another format of the field.
     *
     * @param document names with what JSON can hold: numbers, strings, booleans, nulls, lists and maps of them
     * @throws InvalidData where it says what this laboratory has no words for
     */
    default Map<String, Object> translated(Map<String, Object> document) {
        return document;
    }

    /**
     * The settings with all sizes that given arrays decide.
     *
     * @throws InvalidData where the arrays contradict each other
     */
    default Settings fit(Settings settings, Data data) {
        return settings;
    }

    /**
     * Opens an experiment at its first moment.
     *
     * @param settings made by this laboratory, and {@linkplain #fit fitted} to the data
     * @param data arrays in place of random draws
     * @param compute where the arithmetic is done
     * @throws InvalidData where an array is missing, of the wrong shape, or not finite
     */
    Experiment open(Settings settings, Data data, Compute compute);

    /** About how many steps lead to a time, where a laboratory knows; else all are taken to be as long as the first. */
    default OptionalDouble steps(Settings settings, double time) {
        return OptionalDouble.empty();
    }

    /** The default settings. */
    default Settings standard() {
        return Settings.standard(parameters(), rules());
    }

    /** The settings of a preset. */
    default Settings settings(Preset preset) {
        return standard().withTexts(preset.settings());
    }

    /** The preset with a key; an unknown key throws {@link InvalidSetting} that names the nearest one. */
    default Preset preset(String key) {
        return presets().stream()
                .filter(preset -> preset.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidSetting.unknown(
                        "preset", key, presets().stream().map(Preset::key).toList()));
    }

    /** The phase diagram with a key; an unknown key throws {@link InvalidSetting} that names the nearest one. */
    default PhaseDiagram diagram(String key) {
        return diagrams().stream()
                .filter(diagram -> diagram.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidSetting.unknown(
                        "phase diagram",
                        key,
                        diagrams().stream().map(PhaseDiagram::key).toList()));
    }

    /** The metric with a key; an unknown key throws {@link InvalidSetting} that names the nearest one. */
    default Metric metric(String key) {
        return metrics().stream()
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> InvalidSetting.unknown(
                        "metric", key, metrics().stream().map(Metric::key).toList()));
    }

    /** All laboratories on the class path, in the order in which their service lines stand. */
    static List<Laboratory> all() {
        return ServiceLoader.load(Laboratory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The laboratory with an id; an unknown id throws {@link InvalidSetting} that names the nearest one. */
    static Laboratory find(String id) {
        List<Laboratory> all = all();
        return all.stream()
                .filter(laboratory -> laboratory.title().id().equals(id))
                .findFirst()
                .orElseThrow(() -> InvalidSetting.unknown(
                        "laboratory",
                        id,
                        all.stream().map(laboratory -> laboratory.title().id()).toList()));
    }
}

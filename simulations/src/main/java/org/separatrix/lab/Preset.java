package org.separatrix.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings worth a visit.
 *
 * @param key the name on the command line
 * @param name the name on screen
 * @param line one sentence: what to see
 * @param settings the values that differ from the default, spelt as text
 * @param until the time at which a run of it has shown what there is to see
 */
public record Preset(String key, String name, String line, Map<String, String> settings, double until) {
    public Preset {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}

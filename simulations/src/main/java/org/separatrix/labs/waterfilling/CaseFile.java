package org.separatrix.labs.waterfilling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.separatrix.lab.InvalidData;

/** The format {@code water-filling-case/1} of reference cases, in the words of the laboratory. */
final class CaseFile {
    private static final String FORMAT = "water-filling-case/1";

    private final Map<String, Object> document;

    private CaseFile(Map<String, Object> document) {
        this.document = new LinkedHashMap<>(document);
    }

    /** See {@link WaterFillingLaboratory#translated}. */
    static Map<String, Object> translated(Map<String, Object> document) {
        return FORMAT.equals(document.get("format")) ? new CaseFile(document).words() : document;
    }

    private Map<String, Object> words() {
        rename("kind", Knobs.UPDATE.key());
        rename("T", "steps");
        if (document.get("order") instanceof List<?> order) document.put(Knobs.ORDER.key(), order(order));
        if (document.remove("schedule") instanceof List<?> ticks) schedule(ticks);
        return document;
    }

    private void rename(String theirs, String ours) {
        Object value = document.remove(theirs);
        if (value != null) document.put(ours, value);
    }

    private static String order(List<?> users) {
        List<Integer> natural = IntStream.range(0, users.size()).boxed().toList();
        if (users.equals(natural)) return Knobs.Order.NATURAL.key();
        if (users.equals(natural.reversed())) return Knobs.Order.REVERSED.key();
        throw new InvalidData("order is " + users + ": users respond by number or in reversed order");
    }

    /** Each tick names the users that respond, and the age of the news that each has of each. */
    private void schedule(List<?> ticks) {
        List<Object> updates = new ArrayList<>();
        List<Object> delays = new ArrayList<>();
        for (int t = 0; t < ticks.size(); t++) {
            if (!(ticks.get(t) instanceof Map<?, ?> tick
                    && tick.get("users") instanceof List<?> users
                    && tick.get("delay") instanceof List<?> delay))
                throw new InvalidData("schedule[" + t + "] must hold users and delay");
            updates.add(IntStream.range(0, delay.size())
                    .mapToObj(k -> users.contains(k) ? 1 : 0)
                    .toList());
            delays.add(delay);
        }
        document.put("updates", updates);
        document.put("delays", delays);
    }
}

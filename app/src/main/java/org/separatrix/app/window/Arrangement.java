package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How the cards of a tab lie.
 *
 * @param order the names of the cards that have been put in order
 * @param enlarged the name of the card that fills the tab, "" for none
 */
record Arrangement(List<String> order, String enlarged) {
    /** As the laboratory declares it. */
    static final Arrangement DECLARED = new Arrangement(List.of(), "");

    Arrangement {
        order = List.copyOf(order);
    }

    /** What {@link #text} has written. */
    static Arrangement parse(String text) {
        String[] parts = text.split(";", 2);
        List<String> order = parts[0].isEmpty() ? List.of() : List.of(parts[0].split(","));
        return new Arrangement(order, parts.length > 1 ? parts[1] : "");
    }

    /** The arrangement as a line of text: names with commas between, a semicolon, the name that fills the tab. */
    String text() {
        return String.join(",", order) + ";" + enlarged;
    }

    /** Names in this order; those it does not know come last, as they are. */
    List<String> sorted(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(name -> order.contains(name) ? order.indexOf(name) : Integer.MAX_VALUE))
                .toList();
    }

    /** The same with a card in the place of another. */
    Arrangement moved(List<String> names, String card, int place) {
        var next = new ArrayList<>(sorted(names));
        next.remove(card);
        next.add(Math.clamp(place, 0, next.size()), card);
        return new Arrangement(Collections.unmodifiableList(next), enlarged);
    }

    /** The same with another card that fills the tab, "" for none. */
    Arrangement enlarging(String card) {
        return new Arrangement(order, card);
    }
}

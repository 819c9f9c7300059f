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
 * @param detached the names of the cards that have windows of their own
 */
record Arrangement(List<String> order, String enlarged, List<String> detached) {
    /** As the laboratory declares it. */
    static final Arrangement DECLARED = new Arrangement(List.of(), "", List.of());

    Arrangement {
        order = List.copyOf(order);
        detached = List.copyOf(detached);
    }

    /** What {@link #text} has written. */
    static Arrangement parse(String text) {
        String[] parts = text.split(";", 3);
        return new Arrangement(
                names(parts[0]), parts.length > 1 ? parts[1] : "", parts.length > 2 ? names(parts[2]) : List.of());
    }

    private static List<String> names(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    /** The arrangement as a line of text: those in order, the one that fills the tab, those in windows; semicolons between. */
    String text() {
        return String.join(",", order) + ";" + enlarged + ";" + String.join(",", detached);
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
        return new Arrangement(Collections.unmodifiableList(next), enlarged, detached);
    }

    /** The same with another card that fills the tab, "" for none. */
    Arrangement enlarging(String card) {
        return new Arrangement(order, card, detached);
    }

    /** The same with a card in a window of its own, or without. */
    Arrangement detaching(String card, boolean apart) {
        var next = new ArrayList<>(detached);
        next.remove(card);
        if (apart) next.add(card);
        return new Arrangement(order, enlarged, next);
    }
}

package org.separatrix.app.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The middle of the window: a tab for every view that has content. */
final class Views extends TabPane {
    private final Map<View, Tab> tabs = new LinkedHashMap<>();

    Views(List<View> views) {
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getStyleClass().add("views");
        setAccessibleText("Views");
        for (View view : views) {
            var tab = new Tab(view.name(), view.node());
            tab.setId("tab-" + view.name().toLowerCase(java.util.Locale.ROOT));
            tabs.put(view, tab);
        }
    }

    /** Takes up another laboratory or preset. */
    void open() {
        tabs.keySet().forEach(View::open);
        arrange();
    }

    /** Brings the tab in front up to date. */
    void pulse() {
        arrange();
        tabs.forEach((view, tab) -> {
            if (tab.isSelected() || view.isElsewhere()) view.pulse();
        });
    }

    private void arrange() {
        List<Tab> wanted = tabs.entrySet().stream()
                .filter(entry -> entry.getKey().hasContent())
                .map(Map.Entry::getValue)
                .toList();
        if (!getTabs().equals(wanted)) getTabs().setAll(wanted);
    }

    /** Brings the tab with a name to the front; answers whether there is one. */
    boolean select(String name) {
        return getTabs().stream()
                .filter(tab -> tab.getText().equals(name))
                .peek(getSelectionModel()::select)
                .findFirst()
                .isPresent();
    }

    /** Whether the tab in front has worked out all that it works out by itself. */
    boolean isDone() {
        return inFront().allMatch(View::isDone);
    }

    /** Whether there is a first picture of everything in the tab in front. */
    boolean isDrawn() {
        return inFront().allMatch(View::isDrawn);
    }

    private Stream<View> inFront() {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey);
    }

    /** Shows everything again where one chart fills the tab in front. */
    void restore() {
        inFront().forEach(View::restore);
    }

    /** Gives back what the views hold. */
    void close() {
        tabs.keySet().forEach(View::close);
    }

    /** Takes the colours and the size of text of the window. */
    void dress(Dress dress) {
        tabs.keySet().forEach(view -> view.dress(dress));
    }
}

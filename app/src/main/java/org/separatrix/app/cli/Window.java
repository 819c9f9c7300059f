package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** The workbench on a screen, as the command line sees it. */
public interface Window {
    /**
     * Opens the workbench and returns when the user has closed it.
     *
     * @throws NoDisplay where there is no display to open it on
     */
    void open();

    /**
     * Leaves pictures of the workbench in a folder. Needs no display.
     *
     * @param review whether every tab is shown in every theme and size, rather than what the documents show
     */
    void pictures(Path folder, boolean review);

    /**
     * Shows every preset of laboratories, named by their ids, each for so many seconds, and tells how smoothly. Needs no
     * display.
     *
     * @param told is told after each how many are done
     */
    List<Smoothness> measure(List<String> laboratories, double seconds, IntConsumer told);
}

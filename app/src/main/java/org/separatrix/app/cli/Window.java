package org.separatrix.app.cli;

import java.nio.file.Path;

/** The workbench on a screen, as the command line sees it. */
public interface Window {
    /**
     * Opens the workbench and returns when the user has closed it.
     *
     * @throws NoDisplay where there is no display to open it on
     */
    void open();

    /** Leaves the pictures of the workbench that the documents show in a folder. Needs no display. */
    void pictures(Path folder);
}

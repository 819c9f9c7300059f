package org.separatrix.app.cli;

/** The workbench on a screen, as the command line sees it. */
@FunctionalInterface
public interface Window {
    /**
     * Opens the workbench and returns when the user has closed it.
     *
     * @throws NoDisplay where there is no display to open it on
     */
    void open();
}

/**
 * The window. Everything here lives on the JavaFX thread, which never computes, waits or reads files: {@link
 * org.separatrix.app.window.Background} does.
 */
package org.separatrix.app.window;

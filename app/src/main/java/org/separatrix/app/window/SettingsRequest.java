package org.separatrix.app.window;

import org.separatrix.lab.Settings;

/** Where the parameter panel asks for other settings. */
@FunctionalInterface
interface SettingsRequest {
    /**
     * Asks for settings.
     *
     * @param adjusting whether the hand still holds the control, so that more will follow
     */
    void settings(Settings wanted, boolean adjusting);
}

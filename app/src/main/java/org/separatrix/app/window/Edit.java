package org.separatrix.app.window;

/**
 * Where the control of one parameter hands its input.
 *
 * @param <T> the Java type of the parameter's values
 */
interface Edit<T> {
    /**
     * Takes a value.
     *
     * @param adjusting whether the hand still holds the control, so that more will follow
     */
    void value(T value, boolean adjusting);

    /** Takes what was typed; answers whether it spells a valid value. */
    boolean text(String typed);

    /** Takes the default. */
    void standard();

    /** Forgets input that spelt no valid value. */
    void withdraw();
}

package org.separatrix.lab;

/**
 * A live parameter turned while a run went on.
 *
 * @param step after how many steps
 * @param key which parameter
 * @param value its new value, spelt as text
 */
public record Change(long step, String key, String value) {
    public Change {
        if (step < 0) throw new InvalidSetting("a change at step " + step + ": steps are counted from 0");
    }
}

package org.separatrix.lab;

/** Given data that cannot be used: the message is one sentence that names the array and what would be valid. */
public final class InvalidData extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidData(String sentence) {
        super(sentence);
    }
}

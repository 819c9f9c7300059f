package org.separatrix.app.cli;

import java.util.Locale;
import org.separatrix.lab.InvalidSetting;
import picocli.CommandLine.ITypeConverter;

/** A kind of file that a run can leave. */
enum Format {
    /** Numbers as text. */
    CSV,
    /** Numbers in NumPy's archive. */
    NPZ,
    /** Figures as pictures. */
    PNG;

    /** Reads the name of a format. */
    static final class Reader implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            try {
                return valueOf(text.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new InvalidSetting("format=" + text + ": a run leaves csv, npz and png");
            }
        }
    }
}

package org.separatrix.app.cli;

import java.util.Iterator;
import org.separatrix.lab.Laboratory;
import picocli.CommandLine.ITypeConverter;

/** The laboratories as a command-line argument: an id becomes the laboratory, and completion offers the ids. */
final class Laboratories implements ITypeConverter<Laboratory>, Iterable<String> {
    @Override
    public Laboratory convert(String id) {
        return Laboratory.find(id);
    }

    @Override
    public Iterator<String> iterator() {
        return Laboratory.all().stream()
                .map(laboratory -> laboratory.title().id())
                .iterator();
    }
}

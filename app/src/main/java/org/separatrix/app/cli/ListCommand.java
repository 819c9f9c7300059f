package org.separatrix.app.cli;

import java.util.List;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Title;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code separatrix list}: the laboratories. */
@Command(name = "list", description = "List the laboratories.")
final class ListCommand implements Runnable {
    @Mixin
    private Output output;

    /** The JSON document. */
    record Document(List<Entry> laboratories) {
        /** One laboratory. */
        record Entry(String id, String name, String line, String equation, List<String> presets) {}
    }

    @Override
    public void run() {
        List<Laboratory> all = Laboratory.all();
        if (output.json())
            output.print(new Document(all.stream().map(ListCommand::entry).toList()));
        else
            output.page()
                    .rows(all.stream()
                            .map(Laboratory::title)
                            .map(title -> List.of(title.id(), title.line()))
                            .toList());
    }

    private static Document.Entry entry(Laboratory laboratory) {
        Title title = laboratory.title();
        return new Document.Entry(
                title.id(),
                title.name(),
                title.line(),
                title.equation(),
                laboratory.presets().stream().map(Preset::key).toList());
    }
}

package org.separatrix.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What one call of the command line left behind.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Session(int code, String out, String err) {
    /** Calls the command line where there is no display and standard error is no terminal. */
    static Session of(String... arguments) {
        return of(
                () -> {
                    throw new NoDisplay("there is no display");
                },
                false,
                arguments);
    }

    /** A window that does something where it should open, takes no pictures and is smooth. */
    private static Window opening(Runnable task) {
        return new Window() {
            @Override
            public void open() {
                task.run();
            }

            @Override
            public void pictures(Path folder, boolean review) {
                throw new AssertionError("pictures for " + folder);
            }

            @Override
            public List<Smoothness> measure(List<String> laboratories, double seconds, IntConsumer told) {
                return laboratories.stream()
                        .map(laboratory -> new Smoothness(
                                laboratory,
                                "standard",
                                60,
                                16.7,
                                17.5,
                                2.25,
                                12 * seconds,
                                30,
                                400,
                                "Somewhere.slow:7"))
                        .toList();
            }
        };
    }

    static Session of(Runnable window, boolean terminal, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(new PrintWriter(out), new PrintWriter(err), () -> terminal, opening(window));
        return new Session(shell.run(arguments), out.toString(), err.toString());
    }

    List<String> complaints() {
        return err.lines().toList();
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + out, e);
        }
    }
}

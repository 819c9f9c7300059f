package org.separatrix.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

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

    static Session of(Window window, boolean terminal, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var shell = new Shell(new PrintWriter(out), new PrintWriter(err), () -> terminal, window);
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

package org.separatrix.labs.boltzmann;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference data of the laboratory. */
public final class Reference {
    private Reference() {}

    /** A table's rows, each by the names of its columns. */
    public static List<Map<String, String>> table(String name) {
        List<String> lines = text(name).lines().toList();
        String[] names = lines.getFirst().split(",");
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",");
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.length; i++) row.put(names[i], values[i]);
            rows.add(row);
        }
        return rows;
    }

    /** A tree of values. */
    public static JsonNode tree(String name) {
        try {
            return new ObjectMapper().readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Reference.class.getResourceAsStream("/boltzmann/" + name)) {
            if (in == null) throw new IllegalArgumentException("no reference file " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

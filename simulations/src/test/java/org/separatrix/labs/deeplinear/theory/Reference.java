package org.separatrix.labs.deeplinear.theory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.separatrix.compute.Matrix;

/** The reference data of the laboratory: tables with a header, matrices without, and the expected values of a case. */
final class Reference {
    /** A value that a case must reach. */
    record Check(String name, double value, double tolerance) {}

    /** A table whose columns have names. */
    record Table(List<String> names, double[][] rows) {
        double at(int row, String name) {
            int column = names.indexOf(name);
            if (column < 0) throw new IllegalArgumentException("no column " + name + " in " + names);
            return rows[row][column];
        }
    }

    private Reference() {}

    static Table table(String path) {
        List<String> lines = text(path).lines().toList();
        return new Table(List.of(lines.getFirst().split(",")), numbers(lines.subList(1, lines.size())));
    }

    static Matrix matrix(String path) {
        return Matrix.ofRows(numbers(text(path).lines().toList()));
    }

    static double[] vector(String path) {
        return matrix(path).row(0);
    }

    static Check check(String folder, String name) {
        try {
            JsonNode all =
                    new ObjectMapper().readTree(text(folder + "/expected.json")).get("checks");
            for (JsonNode check : all)
                if (check.get("name").asText().equals(name))
                    return new Check(
                            name,
                            check.get("value").asDouble(),
                            check.get("abs_tol").asDouble());
            throw new IllegalArgumentException("no check " + name + " in " + folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(String folder) {
        try (InputStream in = open(folder + "/case.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] numbers(List<String> lines) {
        return lines.stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static String text(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = Reference.class.getResourceAsStream("/deeplinear/" + path);
        if (in == null) throw new IllegalArgumentException("no reference file " + path);
        return in;
    }
}

package org.separatrix.io;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Domain;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Parameter;
import org.separatrix.run.Stop;

/**
 * What a user gives in place of random draws: an .npz file, a .json object of nested lists, or a folder of header-less
 * .csv matrices, each named after its array. Settings may travel with the arrays: a single number whose name is a
 * parameter's, or in a folder the entries of its {@code .properties} files and of its {@code meta.json}; so may the length of the run, called
 * {@code steps} or {@code until}.
 *
 * <p>A .json file may hold a list of {@code runs}: objects that add to what the file says, or replace it. A number after
 * the path, as in {@code case.json#2}, tells which one is read, counted from 0; the first where none is told.
 *
 * @param data the arrays that the laboratory declares, with the digest of their content
 * @param settings those that travel with the data, spelt as text
 * @param length how long to run, if the data tell
 * @param ignored names that mean nothing to the laboratory
 */
public record DataFile(Data data, Map<String, String> settings, Optional<Stop> length, List<String> ignored) {
    private static final String STEPS = "steps";
    private static final String UNTIL = "until";
    private static final String RUNS = "runs";
    private static final Pattern NUMBERED = Pattern.compile("(?<path>.*\\.json)#(?<run>\\d{1,9})");

    /** Where a script writes down what made the arrays beside it. */
    private static final String META = "meta.json";

    public DataFile {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads what is given.
     *
     * @throws FileProblem where it cannot be read
     * @throws InvalidData where a value is not finite, or none of the names is one that the laboratory takes
     * @throws InvalidSetting where a setting that travels with it cannot be
     */
    public static DataFile read(Path path, Laboratory laboratory) {
        Matcher numbered = NUMBERED.matcher(path.toString());
        if (!Files.exists(path) && numbered.matches())
            return read(Path.of(numbered.group("path")), Integer.parseInt(numbered.group("run")), laboratory);
        return read(path, 0, laboratory);
    }

    private static DataFile read(Path path, int run, Laboratory laboratory) {
        if (!Files.exists(path)) throw FileProblem.reading(path, new NoSuchFileException(path.toString()));
        var reader = new Reading(path, laboratory);
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) reader.folder();
        else if (name.endsWith(".npz")) NumpyFile.read(path).forEach(reader::array);
        else if (name.endsWith(".json")) reader.document(Json.readObject(path), run);
        else throw FileProblem.in(path, "is no data: expected an .npz file, a .json file, or a folder of .csv files");
        return reader.result();
    }

    /** What has been found so far, by name. */
    private static final class Reading {
        private final Path path;
        private final Laboratory laboratory;
        private final List<String> declared;
        private final Map<String, Parameter<?>> parameters;
        private final Map<String, Array> arrays = new LinkedHashMap<>();
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final List<Stop> stops = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();

        Reading(Path path, Laboratory laboratory) {
            this.path = path;
            this.laboratory = laboratory;
            declared = laboratory.dataKeys().stream().map(DataKey::name).toList();
            parameters = laboratory.standard().parameters().stream()
                    .collect(Collectors.toMap(Parameter::key, parameter -> parameter));
        }

        DataFile result() {
            if (arrays.isEmpty() && !ignored.isEmpty()) throw nothingKnown();
            arrays.forEach(Reading::requireFinite);
            return new DataFile(
                    arrays.isEmpty() ? Data.NONE : new Data(arrays, hash(arrays)),
                    settings,
                    stops.isEmpty() ? Optional.empty() : Optional.of(new Stop.Any(stops)),
                    ignored);
        }

        private InvalidData nothingKnown() {
            String name = laboratory.title().id();
            if (declared.isEmpty()) return new InvalidData(path + ": the laboratory " + name + " takes no arrays");
            return new InvalidData(path + ": "
                    + InvalidSetting.unknown("array of " + name, ignored.getFirst(), declared)
                            .getMessage());
        }

        void array(String name, Array array) {
            if (declared.contains(name)) arrays.put(name, array);
            else if (parameters.get(name) instanceof Parameter<?> parameter && isSetting(parameter, array))
                setting(name, spelt(parameter, array));
            else if (isReserved(name) && array.values().length == 1) length(name, Numbers.format(array.values()[0]));
            else ignored.add(name);
        }

        /** Reads a document, with one of its runs where it holds several. */
        void document(ObjectNode document, int run) {
            if (document.get(RUNS) instanceof ArrayNode runs) {
                if (!(runs.get(run) instanceof ObjectNode chosen))
                    throw FileProblem.in(path, "holds " + runs.size() + " runs, counted from 0, and none is " + run);
                document.remove(RUNS);
                document.setAll(chosen);
            }
            var values = Json.MAPPER.convertValue(document, new TypeReference<Map<String, Object>>() {});
            Json.MAPPER
                    .<ObjectNode>valueToTree(laboratory.translated(values))
                    .properties()
                    .forEach(entry -> json(entry.getKey(), entry.getValue()));
        }

        private void json(String name, JsonNode node) {
            if (node.isNull()) return;
            if (node.isTextual() || node.isBoolean()) entry(name, node.asText());
            else if (declared.contains(name) || parameters.containsKey(name) || isReserved(name))
                array(name, decoded(name, node));
            else ignored.add(name);
        }

        private Array decoded(String name, JsonNode node) {
            try {
                return JsonArrays.decode(node);
            } catch (IllegalArgumentException e) {
                throw FileProblem.in(path, name + " " + e.getMessage());
            }
        }

        void folder() {
            for (String name : declared) {
                Path file = path.resolve(name + ".csv");
                if (Files.exists(file)) arrays.put(name, CsvMatrix.read(file));
            }
            try (var files = Files.list(path)) {
                files.filter(file -> file.toString().endsWith(".properties"))
                        .sorted()
                        .forEach(this::properties);
            } catch (IOException e) {
                throw FileProblem.reading(path, e);
            }
            Path meta = path.resolve(META);
            if (Files.exists(meta))
                Json.readObject(meta).properties().forEach(entry -> json(entry.getKey(), entry.getValue()));
            if (arrays.isEmpty() && settings.isEmpty())
                throw FileProblem.in(
                        path,
                        "holds none of the arrays of " + laboratory.title().id() + ", which are "
                                + declared.stream().map(name -> name + ".csv").collect(Collectors.joining(", ")));
            // A folder holds other things too: results, notes.
            ignored.clear();
        }

        private void properties(Path file) {
            var entries = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                entries.load(in);
            } catch (IOException e) {
                throw FileProblem.reading(file, e);
            } catch (IllegalArgumentException e) {
                throw FileProblem.in(file, "is no .properties file");
            }
            entries.stringPropertyNames().stream().sorted().forEach(name -> entry(name, entries.getProperty(name)));
        }

        private void entry(String name, String text) {
            if (parameters.containsKey(name)) setting(name, text);
            else if (isReserved(name)) length(name, text);
            else ignored.add(name);
        }

        private void setting(String name, String text) {
            parameters.get(name).parse(text);
            settings.put(name, text);
        }

        private void length(String name, String text) {
            try {
                stops.add(
                        name.equals(STEPS)
                                ? new Stop.AtStep(Long.parseLong(text.strip()))
                                : new Stop.AtTime(Numbers.parse(text)));
            } catch (IllegalArgumentException e) {
                throw new InvalidSetting(
                        name + "=" + text + ": must be a " + (name.equals(STEPS) ? "whole number" : "number"));
            }
        }

        private static boolean isReserved(String name) {
            return name.equals(STEPS) || name.equals(UNTIL);
        }

        private static boolean isSetting(Parameter<?> parameter, Array array) {
            return array.values().length == 1
                    || parameter.domain() instanceof Domain.Sequence && array.shape().length == 1;
        }

        private static String spelt(Parameter<?> parameter, Array array) {
            double[] values = array.values();
            if (parameter.domain() instanceof Domain.Switch && (values[0] == 0 || values[0] == 1))
                return values[0] == 1 ? "on" : "off";
            return Arrays.stream(values).mapToObj(Numbers::format).collect(Collectors.joining(","));
        }

        private static void requireFinite(String name, Array array) {
            double[] values = array.values();
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i]))
                    throw new InvalidData(
                            name + place(i, array.shape()) + " is " + values[i] + ": every value must be finite");
            }
        }

        /** The indices of the i-th value, counted from 0 as NumPy counts: "[2, 0]". */
        private static String place(int i, int[] shape) {
            int[] indices = new int[shape.length];
            for (int d = shape.length - 1; d >= 0; d--) {
                indices[d] = i % shape[d];
                i /= shape[d];
            }
            return Arrays.toString(indices);
        }

        private static String hash(Map<String, Array> arrays) {
            MessageDigest digest;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
            new TreeMap<>(arrays).forEach((name, array) -> {
                int[] shape = array.shape();
                double[] values = array.values();
                ByteBuffer bytes = ByteBuffer.allocate(4 * (shape.length + 1) + 8 * values.length);
                bytes.putInt(shape.length);
                for (int length : shape) bytes.putInt(length);
                for (double value : values) bytes.putDouble(value);
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes.array());
            });
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}

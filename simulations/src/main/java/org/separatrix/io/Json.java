package org.separatrix.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** JSON documents as this project reads and writes them: strict, with NaN and infinities; indented, with Unix lines. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private Json() {}

    /** An empty object. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The object in a file.
     *
     * @throws FileProblem where the file cannot be read or holds no JSON object
     */
    static ObjectNode readObject(Path file) {
        JsonNode read;
        try {
            read = MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw FileProblem.in(
                    file,
                    "is no complete JSON"
                            + (where == null
                                    ? ""
                                    : ", from line " + where.getLineNr() + ", column " + where.getColumnNr() + " on"));
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
        if (read instanceof ObjectNode object) return object;
        throw FileProblem.in(file, "holds no JSON object");
    }

    /** The text of a document, with a newline at the end. */
    static String text(JsonNode document) {
        try {
            return MAPPER.writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(INDENTER)
                                    .withArrayIndenter(INDENTER))
                            .writeValueAsString(document)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document cannot be written as JSON", e);
        }
    }
}

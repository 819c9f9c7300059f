package org.separatrix.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Array;

/** Arrays as nested JSON lists of numbers. */
final class JsonArrays {
    private JsonArrays() {}

    /**
     * The array that nested lists spell; a number alone has no dimensions.
     *
     * @throws IllegalArgumentException where they are ragged or hold something else; the message is the end of a
     *     sentence on the array
     */
    static Array decode(JsonNode node) {
        var shape = new ArrayList<Integer>();
        for (JsonNode inner = node; inner.isArray(); inner = inner.path(0)) shape.add(inner.size());
        var values = new ArrayList<Double>();
        collect(node, shape, 0, values);
        return new Array(
                shape.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void collect(JsonNode node, List<Integer> shape, int depth, List<Double> values) {
        if (node.isArray()) {
            if (depth == shape.size() || node.size() != shape.get(depth))
                throw new IllegalArgumentException("is ragged: its lists differ in length or in depth");
            for (JsonNode inner : node) collect(inner, shape, depth + 1, values);
            return;
        }
        if (!node.isNumber()) throw new IllegalArgumentException("holds " + node + ", expected numbers alone");
        if (depth != shape.size())
            throw new IllegalArgumentException("is ragged: its lists differ in length or in depth");
        values.add(node.doubleValue());
    }
}

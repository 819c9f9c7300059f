package org.separatrix.labs.waterfilling.theory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.lab.Compute;

/** A reference case: a game, runs on it, its equilibrium, and what theory says of it. */
public record Reference(Path file, JsonNode json) {
    /** The names of all cases. */
    public static final List<String> ALL = List.of("weak-rayleigh", "tug-of-war", "three-symmetric", "async-masked");

    /** One thread without company. */
    public static final Crew ALONE = Kernels.of(Compute.AUTO).crew();

    public static Reference read(String name) {
        try {
            Path file = Path.of(Reference.class
                    .getResource("/waterfilling/" + name + ".json")
                    .toURI());
            return new Reference(file, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file with one of its runs chosen, as it is given as data. */
    public Path run(int number) {
        return Path.of(file + "#" + number);
    }

    public int users() {
        return json.get("K").asInt();
    }

    public int tones() {
        return json.get("N").asInt();
    }

    public Channel channel() {
        return new Channel(users(), tones(), numbers(json.get("G")), numbers(json.get("sigma2")));
    }

    public Game game() {
        double[] caps = new double[users() * tones()];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        if (!json.get("pmax").isNull()) caps = numbers(json.get("pmax"));
        Channel channel = channel();
        return Game.on(channel, Links.of(channel), 1, json.get("gap").asDouble(), 1, numbers(json.get("P")), caps);
    }

    public double[] equilibrium(String name) {
        return numbers(json.get("equilibrium").get(name));
    }

    public double theory(String name) {
        return json.get("theory").get(name).asDouble();
    }

    public double[] theories(String name) {
        return numbers(json.get("theory").get(name));
    }

    /** The numbers of nested lists, one after the other. */
    public static double[] numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        collect(node, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        if (node.isArray()) node.forEach(inner -> collect(inner, numbers));
        else numbers.add(node.asDouble());
    }
}

package org.separatrix.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Judgement;
import org.separatrix.run.Outcome;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepMap;
import org.separatrix.run.SweepTask;

/**
 * The finished runs of a sweep, each written as soon as it is finished, so that none is lost when the program is ended at
 * any moment. The first line names the sweep, each further line one run:
 * {@code [column,row,replicate,steps,time,value]}, with a text in place of the value where there is none. A line that is
 * cut off or damaged, and all that follows it, counts as never written.
 */
public final class SweepJournal implements AutoCloseable {
    private static final int ENTRIES = 6;

    private final Path file;
    private final FileChannel channel;

    private SweepJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the journal of a sweep and tells the sweep what is in it; where there is none, begins one.
     *
     * @param sweep at its beginning
     * @throws InvalidSetting where the journal is that of another sweep
     * @throws FileProblem where it cannot be read or written
     */
    public static SweepJournal open(Path file, Sweep sweep) {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            byte[] title = line(sweep.plan().line());
            int length = read(file, bytes, title, sweep);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(length);
            channel.position(length);
            var journal = new SweepJournal(file, channel);
            if (length == 0) journal.append(title);
            return journal;
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }

    /**
     * Forgets a journal, if there is one.
     *
     * @throws FileProblem where it cannot be deleted
     */
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }

    /** Reads what is whole; answers how many bytes that is. */
    private static int read(Path file, byte[] bytes, byte[] title, Sweep sweep) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') continue;
            var text = new String(bytes, length, i - length, StandardCharsets.UTF_8);
            if (length == 0) requireSame(file, text, new String(title, StandardCharsets.UTF_8).strip());
            else if (!take(text, sweep)) return length;
            length = i + 1;
        }
        return length;
    }

    private static void requireSame(Path file, String found, String expected) {
        if (!found.equals(expected))
            throw new InvalidSetting(file + " is of another sweep, it cannot be resumed with these settings: " + found);
    }

    private static boolean take(String text, Sweep sweep) {
        JsonNode entry;
        try {
            entry = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return false;
        }
        if (!entry.isArray() || entry.size() != ENTRIES) return false;
        int column = entry.get(0).asInt(-1);
        int row = entry.get(1).asInt(-1);
        int replicate = entry.get(2).asInt(-1);
        if (!sweep.has(column, row, replicate)) return false;
        JsonNode value = entry.get(5);
        Judgement judgement =
                value.isNumber() ? new Judgement.Value(value.asDouble()) : new Judgement.Missing(value.asText());
        sweep.take(
                column,
                row,
                replicate,
                new Outcome(judgement, entry.get(3).asLong(), entry.get(4).asDouble()));
        return true;
    }

    /**
     * Writes a finished run.
     *
     * @throws FileProblem where it cannot be written
     */
    public void add(SweepTask task, Outcome outcome) {
        append(line(entry(task.column(), task.row(), task.replicate(), outcome)));
    }

    private static String entry(int column, int row, int replicate, Outcome outcome) {
        ArrayNode entry = JsonNodeFactory.instance.arrayNode();
        entry.add(column).add(row).add(replicate).add(outcome.steps()).add(outcome.time());
        switch (outcome.judgement()) {
            case Judgement.Value(double value) -> entry.add(value);
            case Judgement.Missing(String why) -> entry.add(why);
        }
        return entry.toString();
    }

    private void append(byte[] line) {
        try {
            // One call of the system for a line, so that the program may be ended between two lines, hardly within one.
            var bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes everything anew in the order of the grid, so that the file no longer tells who was done first. */
    public void settle(SweepMap map) {
        var text = new StringBuilder(map.plan().line()).append('\n');
        int columns = map.x().length;
        int rows = map.y().length;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int r = 0; r < map.plan().replicates(); r++) {
                    int j = column;
                    int i = row;
                    int k = r;
                    map.at(column, row, r)
                            .ifPresent(outcome ->
                                    text.append(entry(j, i, k, outcome)).append('\n'));
                }
            }
        }
        close();
        WholeFile.write(file, text.toString());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }
}

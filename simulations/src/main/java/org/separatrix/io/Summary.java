package org.separatrix.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.separatrix.lab.Event;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Metric;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;

/**
 * What came of a run.
 *
 * @param status {@code finished}, {@code converged}, {@code diverged}, {@code failed} or {@code interrupted}
 * @param why the reason in one sentence, or ""
 * @param steps how many steps were taken
 * @param time the experiment's time
 * @param metrics the judgement of each metric, by its key
 * @param events the time of each event, by its key
 * @param wall how long it took
 * @param thinning what of it was recorded, in words
 */
public record Summary(
        String status,
        String why,
        long steps,
        double time,
        Map<String, Judgement> metrics,
        Map<String, Double> events,
        Duration wall,
        String thinning) {
    private static final double SECOND = 1e9;

    public Summary {
        metrics = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        events = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(events));
    }

    /**
     * The summary of a run at rest.
     *
     * @param progress how it stands
     * @param wall how long it took
     */
    public static Summary of(Progress progress, Duration wall) {
        Recording recording = progress.recording();
        var metrics = new LinkedHashMap<String, Judgement>();
        for (Metric metric : recording.laboratory().metrics()) metrics.put(metric.key(), judged(metric, progress));
        var events = new LinkedHashMap<String, Double>();
        for (Event event : recording.events()) events.put(event.key(), event.time());
        return new Summary(
                status(progress),
                progress.message(),
                progress.step(),
                progress.time(),
                metrics,
                events,
                wall,
                recording.thinning());
    }

    private static String status(Progress progress) {
        return switch (progress.state()) {
            case FAILED -> "failed";
            case OVER -> progress.newest().orElseThrow().status().word();
            case OPENING, PAUSED, RUNNING, CLOSED -> progress.stopped() ? "finished" : "interrupted";
        };
    }

    private static Judgement judged(Metric metric, Progress progress) {
        if (progress.recording().details().isEmpty()) return new Judgement.Missing("nothing was recorded");
        try {
            return metric.judge().apply(progress.recording());
        } catch (RuntimeException e) {
            return new Judgement.Missing("it could not be judged: " + e.getMessage());
        }
    }

    /** Steps per second. */
    public double rate() {
        return steps * SECOND / Math.max(1, wall.toNanos());
    }

    /** The summary as a JSON document. */
    public String json() {
        ObjectNode document = Json.object();
        document.put("status", status);
        document.put("why", why);
        document.put("steps", steps);
        document.put("time", time);
        ObjectNode judged = document.putObject("metrics");
        metrics.forEach((key, judgement) -> {
            switch (judgement) {
                case Judgement.Value(double value) -> judged.putObject(key).put("value", value);
                case Judgement.Missing(String reason) -> judged.putObject(key).put("missing", reason);
            }
        });
        ObjectNode happened = document.putObject("events");
        events.forEach(happened::put);
        document.put("wall_seconds", wall.toNanos() / SECOND);
        document.put("steps_per_second", rate());
        document.put("recorded", thinning);
        return Json.text(document);
    }
}

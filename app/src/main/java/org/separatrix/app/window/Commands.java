package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Preset;

/**
 * All that can be searched for: the keys' actions, the presets and parameters of the open laboratory, the laboratories,
 * and a time to pause at once one is typed.
 *
 * @param keys the actions
 * @param laboratories all of them
 * @param bench what is open
 * @param openLaboratory opens a laboratory
 * @param turnTo brings a parameter into view
 */
record Commands(
        List<Key> keys,
        List<Laboratory> laboratories,
        Bench bench,
        Consumer<Laboratory> openLaboratory,
        Consumer<Parameter<?>> turnTo) {
    static final String PAUSE_AT = "Pause at time ";
    private static final Pattern PAUSE = Pattern.compile("(?i)pause at time (\\S+)");

    /** What there is to do, given what was typed. */
    List<Command> of(String typed) {
        var all = new ArrayList<Command>();
        pause(typed, all);
        for (Key key : keys) all.add(new Command("action", key.name(), key.display(), key.action()));
        for (Preset preset : bench.laboratory().presets())
            all.add(new Command("preset", preset.name(), "", () -> bench.open(bench.laboratory(), preset)));
        for (Parameter<?> parameter : bench.settings().get().parameters())
            all.add(new Command(
                    "parameter",
                    parameter.label(),
                    parameter.symbol().isEmpty()
                            ? parameter.key()
                            : parameter.symbol().replace("_", "") + "  " + parameter.key(),
                    () -> turnTo.accept(parameter)));
        for (Laboratory laboratory : laboratories)
            all.add(new Command("laboratory", laboratory.title().name(), "", () -> openLaboratory.accept(laboratory)));
        return all;
    }

    private void pause(String typed, List<Command> all) {
        Matcher words = PAUSE.matcher(typed.strip());
        if (!words.matches()) return;
        try {
            double time = Numbers.parse(words.group(1));
            all.add(new Command(
                    "action", PAUSE_AT + words.group(1), "", () -> bench.pauseAt(new AutoPause.AtTime(time))));
        } catch (IllegalArgumentException e) {
            // Not yet a number: the user is still typing.
            return;
        }
    }
}

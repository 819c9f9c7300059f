package org.separatrix.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.separatrix.app.cli.Display;
import org.separatrix.app.cli.NoDisplay;
import org.separatrix.app.cli.Shell;
import org.separatrix.app.cli.Smoothness;
import org.separatrix.app.cli.Terminal;
import org.separatrix.app.cli.Window;
import org.separatrix.app.window.FrameBench;
import org.separatrix.app.window.MainWindow;
import org.separatrix.app.window.Pictures;

/** The program. */
public final class Separatrix {
    private Separatrix() {}

    /** Runs one command, or opens the workbench where none is given. */
    public static void main(String[] arguments) {
        var err = new PrintWriter(System.err);
        Terminal.eraseAnnouncement(err);
        var shell = new Shell(new PrintWriter(System.out), err, Terminal::isStandardError, new WorkbenchWindow());
        System.exit(shell.run(arguments));
    }

    private static final class WorkbenchWindow implements Window {
        @Override
        public void open() {
            Display.missing().ifPresent(why -> {
                throw new NoDisplay(why);
            });
            try {
                MainWindow.open();
            } catch (UnsupportedOperationException e) {
                throw new NoDisplay("the display cannot be opened");
            }
        }

        @Override
        public void pictures(Path folder, boolean review) {
            if (review) Pictures.review(folder);
            else Pictures.takeAll(folder);
        }

        @Override
        public List<Smoothness> measure(List<String> laboratories, double seconds, IntConsumer told) {
            if (Display.missing().isPresent()) System.setProperty("glass.platform", "Headless");
            return FrameBench.measure(laboratories, seconds, told).stream()
                    .map(result -> new Smoothness(
                            result.laboratory(),
                            result.preset(),
                            result.frames(),
                            result.median(),
                            result.late(),
                            result.work(),
                            result.pause(),
                            result.opening(),
                            result.start(),
                            result.culprit()))
                    .toList();
        }
    }
}

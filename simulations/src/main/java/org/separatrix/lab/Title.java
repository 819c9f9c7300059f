package org.separatrix.lab;

import java.util.List;

/**
 * How a laboratory presents itself.
 *
 * @param id the name on the command line and in recipes, lower-case words joined by hyphens
 * @param name the name on screen
 * @param line one sentence: what is simulated
 * @param equation the governing equation, in LaTeX
 * @param sources the papers it follows, one citation each
 */
public record Title(String id, String name, String line, String equation, List<String> sources) {
    public Title {
        sources = List.copyOf(sources);
    }
}

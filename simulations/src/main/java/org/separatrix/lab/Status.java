package org.separatrix.lab;

/** How an experiment stands. */
public sealed interface Status {
    /** It goes on. */
    Status RUNNING = new Running();

    /** It can go no further. */
    Status FINISHED = new Finished();

    /** Whether advancing has come to its end. */
    default boolean over() {
        return !(this instanceof Running);
    }

    /** The word in files: {@code running}, {@code converged}, {@code diverged}, {@code finished}. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** It goes on. */
    record Running() implements Status {}

    /** It has reached a state that it will not leave. */
    record Converged(String why) implements Status {}

    /** It has left the numbers; the reason is one sentence, with the stability limit where it is known. */
    record Diverged(String why) implements Status {}

    /** It has done all there is to do. */
    record Finished() implements Status {}
}

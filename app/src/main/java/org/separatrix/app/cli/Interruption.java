package org.separatrix.app.cli;

import java.lang.reflect.Proxy;

/**
 * Lets Ctrl-C stop work promptly and still keep what is finished: the first one tells the work to stop, a second one
 * ends the program at once.
 */
final class Interruption implements AutoCloseable {
    private final Runnable stop;
    private final Object before;
    private volatile boolean asked;

    /**
     * From now on until {@link #close}, Ctrl-C tells the work to stop.
     *
     * @param stop tells it; called on another thread
     */
    Interruption(Runnable stop) {
        this.stop = stop;
        before = Signal.handle(this::interrupt);
    }

    private void interrupt() {
        Signal.handle(before);
        asked = true;
        stop.run();
    }

    /** Whether Ctrl-C has been pressed. */
    boolean asked() {
        return asked;
    }

    @Override
    public void close() {
        if (!asked) Signal.handle(before);
    }

    /**
     * The JDK's handling of the signal behind Ctrl-C. A shutdown hook would come too late: AWT draws no more once the
     * virtual machine is going down. By reflection, because the compiler rejects any other use of {@code sun.misc}.
     */
    private static final class Signal {
        private static Object handle(Runnable task) {
            return handle(Proxy.newProxyInstance(
                    Signal.class.getClassLoader(),
                    new Class<?>[] {type("sun.misc.SignalHandler")},
                    (proxy, method, arguments) -> {
                        if (!method.getName().equals("handle")) return method.invoke(task, arguments);
                        task.run();
                        return null;
                    }));
        }

        private static Object handle(Object handler) {
            Class<?> signal = type("sun.misc.Signal");
            try {
                return signal.getMethod("handle", signal, type("sun.misc.SignalHandler"))
                        .invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the JDK handles no signals", e);
            }
        }

        private static Class<?> type(String name) {
            try {
                return Class.forName(name);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the JDK has no module jdk.unsupported", e);
            }
        }
    }
}

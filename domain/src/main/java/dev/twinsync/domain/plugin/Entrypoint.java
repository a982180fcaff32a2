package dev.twinsync.domain.plugin;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.regex.Pattern;

/** Who does the work of a plugin. */
public sealed interface Entrypoint {

    Shape<Entrypoint> SHAPE = Shape.text("^(builtin|exec|twin_plugins\\.[^:]+):.+$", Entrypoint::of, Entrypoint::text);

    String text();

    /** A plugin of twin itself. */
    record Builtin(PluginName name) implements Entrypoint {
        @Override
        public String text() {
            return BUILTIN + name;
        }
    }

    /** A program of other people, looked for in the folders for plugins and nowhere else. */
    record Exec(ProgramName program) implements Entrypoint {
        @Override
        public String text() {
            return EXEC + program;
        }
    }

    /** A class of the predecessor, which stands for the built-in of the plugin's own name and is never looked for. */
    record OfPredecessor(String text) implements Entrypoint {}

    String BUILTIN = "builtin:";
    String EXEC = "exec:";
    Pattern OF_PREDECESSOR = Pattern.compile("twin_plugins\\.[a-z0-9_.]+:[A-Za-z0-9_]+");

    static Entrypoint of(String text) {
        if (text.startsWith(BUILTIN)) {
            return new Builtin(new PluginName(text.substring(BUILTIN.length())));
        }
        if (text.startsWith(EXEC)) {
            return new Exec(new ProgramName(text.substring(EXEC.length())));
        }
        if (OF_PREDECESSOR.matcher(text).matches()) {
            return new OfPredecessor(text);
        }
        throw new IllegalArgumentException("\"" + Printable.of(text)
                + "\" starts nothing: write builtin:NAME, or exec:NAME for a program in one of"
                + " the folders for plugins");
    }
}

package dev.twinsync.cli.manual;

import java.util.function.Function;
import picocli.CommandLine;

/** A shell whose Tab key twin can teach its commands. */
public enum Shell {
    bash(BashCompletion::script),
    zsh(ZshCompletion::script),
    fish(FishCompletion::script);

    private final Function<Entry, String> script;

    Shell(Function<Entry, String> script) {
        this.script = script;
    }

    /** What the shell has to read. @param twin with all its commands */
    public String completion(CommandLine twin) {
        return script.apply(Entry.of(twin));
    }
}

package dev.twinsync.os.services;

import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine that systemd started, as root sees it, whose systemctl says what a test says. */
public final class ScriptedSystemd {

    private ScriptedSystemd() {}

    public static SystemdServices on(ScriptedCommands commands, Path run) throws IOException {
        Files.createDirectories(run.resolve("systemd/system"));
        return new SystemdServices(commands, new Caller(run, new Self("root", 0)));
    }
}

package dev.twinsync.os.schedule;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timer of who runs twin: the machine's for root, else one of the user's own systemd.
 *
 * @param folder where its units stand
 * @param reach the options that lead systemctl there
 * @param environment what it needs to find the user's bus
 * @param linger the folder that names the users whose systemd runs while they are not logged in
 */
public record Timers(
        CommandRunner commands,
        Self self,
        Path folder,
        List<String> reach,
        Map<String, String> environment,
        Path linger) {

    private static final Path OF_THE_MACHINE = Path.of("/etc/systemd/system");
    private static final Path LINGER = Path.of("/var/lib/systemd/linger");
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String PROPERTIES = "--property=LoadState,ActiveState,UnitFileState,LastTriggerUSec,Result";

    /** @param home of the user */
    public static Timers of(CommandRunner commands, Self self, Path home) {
        return self.isRoot()
                ? new Timers(commands, self, OF_THE_MACHINE, List.of(), Map.of(), LINGER)
                : new Timers(
                        commands,
                        self,
                        home.resolve(".config/systemd/user"),
                        List.of("--user"),
                        Map.of("XDG_RUNTIME_DIR", "/run/user/" + self.uid()),
                        LINGER);
    }

    /** Whether the units are there, and whose they are. */
    public enum State {
        NONE,
        OWN,
        /** Somebody else wrote one of them, or changed it since. */
        FOREIGN
    }

    public State state() throws IOException {
        var service = text(UnitFiles.SERVICE);
        var timer = text(UnitFiles.TIMER);
        if (service.isEmpty() && timer.isEmpty()) {
            return State.NONE;
        }
        boolean isOwn = service.map(UnitFiles::isOwn).orElse(true)
                && timer.map(UnitFiles::isOwn).orElse(true);
        return isOwn ? State.OWN : State.FOREIGN;
    }

    /** The line of the service that says what is run; empty where there is none. */
    public Optional<String> command() throws IOException {
        return text(UnitFiles.SERVICE)
                .flatMap(unit -> unit.lines()
                        .filter(line -> line.startsWith("ExecStart="))
                        .findFirst())
                .map(line -> line.substring("ExecStart=".length()));
    }

    private Optional<String> text(String unit) throws IOException {
        var file = folder.resolve(unit);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                : Optional.of("");
    }

    /**
     * Writes the units and starts the timer. What was there of twin's own is replaced.
     *
     * @throws IOException in a sentence, also where one of them is somebody else's
     */
    public void install(List<String> command, When when, long delay) throws IOException {
        refuseForeign();
        if (when instanceof When.At(var expression)) {
            ask("systemd-analyze", List.of("calendar", "--iterations=1", "--", expression));
        }
        Files.createDirectories(folder);
        var units = new UnitFolder(folder);
        units.write(UnitFiles.SERVICE, UnitFiles.service(command));
        units.write(UnitFiles.TIMER, UnitFiles.timer(when, delay));
        control("daemon-reload");
        control("enable", UnitFiles.TIMER);
        control("restart", UnitFiles.TIMER);
        var now = shown();
        if (!now.getOrDefault("ActiveState", "").equals("active")) {
            throw new IOException("systemd does not run the timer; look with: systemctl " + String.join(" ", reach)
                    + " status " + UnitFiles.TIMER);
        }
    }

    /** Takes away what is twin's own. @return whether there was any */
    public boolean remove() throws IOException {
        refuseForeign();
        if (state() == State.NONE) {
            return false;
        }
        if (text(UnitFiles.TIMER).isPresent()) {
            control("disable", "--now", UnitFiles.TIMER);
        }
        Files.deleteIfExists(folder.resolve(UnitFiles.TIMER));
        Files.deleteIfExists(folder.resolve(UnitFiles.SERVICE));
        control("daemon-reload");
        if (shown().getOrDefault("ActiveState", "").equals("active")) {
            throw new IOException(
                    "the timer still runs; stop it: systemctl " + String.join(" ", reach) + " stop " + UnitFiles.TIMER);
        }
        return true;
    }

    private void refuseForeign() throws IOException {
        if (state() == State.FOREIGN) {
            throw new IOException(folder.resolve(UnitFiles.SERVICE) + " or " + UnitFiles.TIMER
                    + " beside it is not as twin wrote it, so twin leaves both alone; if they may go, delete them");
        }
    }

    /** What systemd knows of the timer; empty texts where it knows nothing. */
    public Map<String, String> shown() throws IOException {
        var answer = new LinkedHashMap<String, String>();
        var arguments = new ArrayList<>(reach);
        arguments.addAll(List.of("--no-pager", "show", PROPERTIES, "--", UnitFiles.TIMER));
        ask("systemctl", arguments).lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            answer.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return answer;
    }

    /** When it elapses next; empty: systemd does not say, as while it runs. */
    public Optional<Instant> next() throws IOException {
        var arguments = new ArrayList<>(reach);
        arguments.addAll(List.of("--no-pager", "list-timers", "--all", "--output=json", "--", UnitFiles.TIMER));
        return NextElapse.in(ask("systemctl", arguments));
    }

    /** Whether it only runs while its user is logged in. */
    public boolean sleepsWithItsUser() {
        return !self.isRoot() && !Files.exists(linger.resolve(self.name()));
    }

    private void control(String verb, String... more) throws IOException {
        var arguments = new ArrayList<>(reach);
        arguments.addAll(List.of("--no-pager", "--no-ask-password", verb));
        arguments.addAll(List.of(more));
        ask("systemctl", arguments);
    }

    private String ask(String program, List<String> arguments) throws IOException {
        var command = Command.of(program, arguments).withLimit(LIMIT).withEnvironment(environment);
        return switch (commands.run(command)) {
            case Result.Ended ended when ended.exit() == 0 -> ended.text();
            case Result failed -> throw new IOException(failed.inWords(program));
        };
    }
}

package dev.twinsync.os.homeassistant;

import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The units of the machine that may run Home Assistant: only root can have made one. */
record Units(Machine machine, CommandRunner commands) {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final String FOLDER = "/etc/systemd/system";
    private static final Pattern STARTS_IT =
            Pattern.compile("^\\s*ExecStart=.*(hass|homeassistant)", Pattern.MULTILINE);
    private static final Pattern ARGV = Pattern.compile("argv\\[]=(.*?) ; ");

    /**
     * @param user as whom it runs; empty: root
     * @param pid of its main process; 0: it does not run
     */
    record Unit(String name, Optional<HassCommand> command, String user, int pid) {}

    /** Units that a person made for it, running or not, by the text of their files. */
    List<String> names() {
        var names = new TreeSet<String>();
        var folder = machine.place(FOLDER);
        for (Path file : machine.entries(folder, "*.service")) {
            if (startsIt(file) && !isTemplate(file)) {
                names.add(file.getFileName().toString());
            }
        }
        for (Path wants : machine.entries(folder, "*.wants")) {
            for (Path link : machine.entries(wants, "*@*.service")) {
                if (startsIt(folder.resolve(template(link)))) {
                    names.add(link.getFileName().toString());
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isTemplate(Path file) {
        return file.getFileName().toString().contains("@.");
    }

    private static String template(Path link) {
        return link.getFileName().toString().replaceFirst("@.*\\.service$", "@.service");
    }

    private static boolean startsIt(Path file) {
        try {
            return Files.isRegularFile(file)
                    && STARTS_IT
                            .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .find();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** What systemd says of units; one that it does not know is left out. */
    Answer<List<Unit>> show(Collection<String> names) {
        if (names.isEmpty()) {
            return new Answer.Given<>(List.of());
        }
        var arguments =
                new ArrayList<>(List.of("--no-pager", "show", "--property=Id,LoadState,User,MainPID,ExecStart", "--"));
        arguments.addAll(names);
        var result = commands.run(Command.of("systemctl", arguments).withLimit(LOOK));
        return result instanceof Result.Ended ended && ended.exit() == 0
                ? new Answer.Given<>(Arrays.stream(ended.text().split("\n\n"))
                        .map(Units::lines)
                        .filter(lines -> lines.getOrDefault("LoadState", "").equals("loaded"))
                        .map(Units::unit)
                        .toList())
                : new Answer.None<>(result.inWords("systemctl show"));
    }

    private static Map<String, String> lines(String block) {
        var lines = new LinkedHashMap<String, String>();
        block.lines()
                .map(line -> line.split("=", 2))
                .filter(line -> line.length == 2)
                .forEach(line -> lines.putIfAbsent(line[0], line[1]));
        return lines;
    }

    private static Unit unit(Map<String, String> lines) {
        var argv = ARGV.matcher(lines.getOrDefault("ExecStart", ""));
        var command = argv.find() ? HassCommand.of(List.of(argv.group(1).split(" "))) : Optional.<HassCommand>empty();
        var pid = lines.getOrDefault("MainPID", "0");
        return new Unit(
                lines.getOrDefault("Id", ""),
                command,
                lines.getOrDefault("User", ""),
                pid.matches("[0-9]{1,9}") ? Integer.parseInt(pid) : 0);
    }
}

package dev.twinsync.os.services;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code systemctl}, pointed at one systemd.
 *
 * @param reach the options that point there: none, {@code --user}, {@code --user -M alice@}
 * @param environment what {@code --user} needs to find the user's own bus
 */
public record Systemctl(CommandRunner commands, List<String> reach, Map<String, String> environment) {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final List<String> QUIET = List.of("--no-pager", "--no-ask-password");
    private static final List<String> TABLE = List.of("--plain", "--no-legend", "--full");

    /** Whether systemd has started this machine, by the test that it uses itself. @param run {@code /run} */
    public static boolean isAtWork(Path run) {
        return Files.isDirectory(run.resolve("systemd/system"), LinkOption.NOFOLLOW_LINKS);
    }

    /** The machine's own. */
    public static Systemctl ofTheMachine(CommandRunner commands) {
        return new Systemctl(commands, List.of(), Map.of());
    }

    /** The names of all timers that have a unit file, but for those that programs make and drop while the machine runs. */
    public Answer<List<String>> timerFiles() {
        return ask(LOOK, "list-unit-files", TABLE, List.of("*.timer"))
                .map(text -> rows(text).stream()
                        .filter(row -> row.length < 2 || !row[1].equals("transient"))
                        .map(row -> row[0])
                        .toList());
    }

    /** These properties of units, one block of lines each. */
    public Answer<String> properties(String properties, List<String> units) {
        return ask(LOOK, "show", List.of("--property=" + properties), units);
    }

    /** Lets systemd read its unit files again. */
    public Answer<String> reload() {
        return ask(UnitControl.JOB_LIMIT, "daemon-reload", List.of(), List.of());
    }

    /** Runs one of the verbs that change something, with options of its own. */
    public Answer<String> change(String verb, List<String> options, String unit) {
        return ask(UnitControl.JOB_LIMIT, verb, options, List.of(unit));
    }

    /** The names and states of all unit files, as systemd writes them. */
    Answer<Map<UnitName, String>> unitFiles() {
        return ask(LOOK, "list-unit-files", TABLE, List.of()).then(text -> {
            var states = new LinkedHashMap<UnitName, String>();
            for (String[] row : rows(text)) {
                if (row.length < 2) {
                    return new Answer.None<>("systemctl list-unit-files answered in a form twin does not know");
                }
                UnitName.ifManageable(row[0]).ifPresent(name -> states.put(name, row[1]));
            }
            return new Answer.Given<>(states);
        });
    }

    /** Instances of templates are in no list of files. */
    Answer<List<UnitName>> loadedInstances() {
        return ask(LOOK, "list-units", concat(TABLE, List.of("--all")), List.of())
                .then(text -> new Answer.Given<>(rows(text).stream()
                        .flatMap(row -> UnitName.ifManageable(row[0]).stream())
                        .filter(UnitName::isInstance)
                        .toList()));
    }

    /** The properties of units that are no templates. A unit that is not there answers too, and says so. */
    Answer<Map<UnitName, UnitFacts>> show(Collection<UnitName> units) {
        var names = units.stream().distinct().toList();
        if (names.isEmpty()) {
            return new Answer.Given<>(Map.of());
        }
        return properties(
                        String.join(",", UnitFacts.PROPERTIES),
                        names.stream().map(UnitName::text).toList())
                .then(text -> Shown.of(names, text, UnitFacts::of));
    }

    Answer<UnitFacts> show(UnitName unit) {
        return show(List.of(unit)).then(facts -> new Answer.Given<>(facts.get(unit)));
    }

    /** Runs one of the verbs that change something, and waits for its jobs. */
    Answer<String> change(Duration limit, String verb, List<UnitName> units) {
        return ask(limit, verb, List.of(), units.stream().map(UnitName::text).toList());
    }

    private Answer<String> ask(Duration limit, String verb, List<String> options, List<String> names) {
        var arguments = new ArrayList<>(reach);
        arguments.addAll(QUIET);
        arguments.add(verb);
        arguments.addAll(options);
        if (!names.isEmpty()) {
            arguments.add("--");
            arguments.addAll(names);
        }
        var command = Command.of("systemctl", arguments).withLimit(limit).withEnvironment(environment);
        return switch (commands.run(command)) {
            case Result.Ended ended when ended.exit() == 0 -> new Answer.Given<>(ended.text());
            case Result.Ended ended -> new Answer.None<>(inWords(verb, ended));
            case Result.NoSuchProgram _ -> new Answer.None<>("systemctl is not installed");
            case Result other -> new Answer.None<>(other.inWords("systemctl " + verb));
        };
    }

    private static String inWords(String verb, Result.Ended ended) {
        return ended.message().contains("Interactive authentication required")
                ? SystemdBus.NEEDS_ROOT
                : ended.inWords("systemctl " + verb);
    }

    private static List<String[]> rows(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+"))
                .toList();
    }

    private static List<String> concat(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}

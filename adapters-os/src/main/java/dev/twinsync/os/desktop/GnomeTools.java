package dev.twinsync.os.desktop;

import dev.twinsync.domain.desktop.DesktopPlace.Schema;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks {@code gsettings} and {@code dconf}: each question is one process, whatever the number of settings. */
record GnomeTools(CommandRunner runner, Session session) {

    private static final String GSETTINGS = "gsettings";
    private static final String DCONF = "dconf";

    /** One line of {@code gsettings list-recursively}. */
    record Line(String schema, String name, String value) {}

    /** The path of each schema that has one path. */
    Answer<Map<String, String>> schemas() {
        return ask(GSETTINGS, "list-schemas", "--print-paths").then(text -> {
            var paths = new HashMap<String, String>();
            text.lines()
                    .map(line -> line.split(" ", 2))
                    .filter(words -> words.length == 2)
                    .forEach(words -> paths.put(words[0], words[1]));
            return new Answer.Given<>(paths);
        });
    }

    /** The defaults of all settings of schemas with one path. */
    Answer<List<Line>> defaults(Profile profile) {
        return underProfile(profile.system(), GSETTINGS, "list-recursively").then(GnomeTools::lines);
    }

    /** The defaults of a schema in one of several places; empty where there is no such schema. */
    Answer<Optional<List<Line>>> defaults(Profile profile, Schema place) {
        return switch (run(profile.system(), GSETTINGS, "list-recursively", place.text())) {
            case Result.Ended ended
            when ended.exit() != 0 && isUnknown(ended.message()) -> new Answer.Given<>(Optional.empty());
            case Result result ->
                answer(GSETTINGS, result).then(GnomeTools::lines).then(list -> new Answer.Given<>(Optional.of(list)));
        };
    }

    private static boolean isUnknown(String message) {
        return message.startsWith("No such schema") || message.contains("is not relocatable");
    }

    private static Answer<List<Line>> lines(String text) {
        return new Answer.Given<>(text.lines()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length == 3)
                .map(words -> new Line(words[0], words[1], words[2]))
                .toList());
    }

    /** What the user chose: the text of each value, by path, also of what no schema knows. */
    Answer<Map<String, String>> chosen(Profile profile) {
        return UserDatabase.of(session, profile.user())
                .trouble()
                .<Answer<Map<String, String>>>map(Answer.None::new)
                .orElseGet(() -> underProfile(profile.onlyUser(), DCONF, "dump", "/")
                        .then(text -> new Answer.Given<>(Dump.parse(text))));
    }

    /** The paths that the user may not change. */
    Answer<Set<String>> locks(Profile profile) {
        return profile.system().isEmpty()
                ? new Answer.Given<>(Set.of())
                : underProfile(profile.whole(), DCONF, "list-locks", "/")
                        .then(text -> new Answer.Given<>(text.lines().collect(Collectors.toSet())));
    }

    /** What a setting may be, as {@link Range} reads it. */
    Answer<String> range(Schema place, String name) {
        return ask(GSETTINGS, "range", place.text(), name);
    }

    /** All of them or none. Values go by standard input: who may list processes sees no value. */
    Result load(Map<DconfPath, GVariant> values) {
        return runner.run(command(DCONF, "load", "/")
                .withInput(Dump.print(values).getBytes(StandardCharsets.UTF_8))
                .withEnvironment(session.environment()));
    }

    Result reset(DconfPath path) {
        return runner.run(command(DCONF, "reset", path.text()).withEnvironment(session.environment()));
    }

    private Answer<String> ask(String program, String... arguments) {
        return answer(program, runner.run(command(program, arguments).withEnvironment(session.environment())));
    }

    private Answer<String> underProfile(List<String> databases, String program, String... arguments) {
        return answer(program, run(databases, program, arguments));
    }

    /** dconf takes the profile from standard input, so that no file has to be written for a look. */
    private Result run(List<String> databases, String program, String... arguments) {
        var environment = new HashMap<>(session.environment());
        environment.put("DCONF_PROFILE", "/dev/stdin");
        var profile = databases.stream().map(line -> line + "\n").collect(Collectors.joining());
        return runner.run(command(program, arguments)
                .withInput(profile.getBytes(StandardCharsets.UTF_8))
                .withEnvironment(environment));
    }

    private static Command command(String program, String... arguments) {
        return Command.of(program, Arrays.asList(arguments));
    }

    private static Answer<String> answer(String program, Result result) {
        return switch (result) {
            case Result.Ended ended when ended.exit() == 0 -> new Answer.Given<>(ended.text());
            case Result.NoSuchProgram _ ->
                new Answer.None<>(program + " is not installed; run: sudo apt-get install "
                        + (program.equals(DCONF) ? "dconf-cli" : "libglib2.0-bin"));
            case Result other -> new Answer.None<>(other.inWords(program));
        };
    }
}

package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignAction.Create;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.domain.foreign.Value;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.JsonReader;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of other people that keep to what was agreed, and some that do not. */
class PluginBackendTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {"toys": {"type": "array", "items": {
              "type": "object", "additionalProperties": false, "x-key": "toy", "x-seen": ["version"], "properties": {
                "toy": {"type": "string", "pattern": "^[a-z]+$"}, "ensure": {"enum": ["present", "absent"]},
                "colour": {"enum": ["red", "blue"]}, "version": {"type": "string"}}}}}}
            """;

    private static final String GREETING = "echo '{\"say\":\"plugin\",\"protocol\":1,\"program\":\"toy 1\"}'\n";
    private static final String HELLO = "read -r line; echo '{\"say\":\"taken\"}'\n";
    private static final int SESSION = 3;
    private static final int TERMINAL = 4;
    private static final Scope ALL = Scope.everything();
    private static final List<ForeignAction> CREATE =
            List.of(new Create("ball", Map.of("colour", new Value.Text("red"))));

    @TempDir
    private Path folder;

    private static Foreign kind() {
        return switch (JsonReader.read(SCHEMA.replace("\n", " ")).then(ForeignSchema::read)) {
            case Reading.Value<ForeignSchema>(var schema) -> new Foreign(schema);
            case Reading.Wrong<ForeignSchema>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private PluginBackend backend(String script) throws IOException {
        var file = Files.writeString(folder.resolve("toy"), "#!/bin/sh\ncd '" + folder + "'\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new PluginBackend(
                "toys.toy",
                kind(),
                Path.of("/device"),
                () -> file,
                false,
                new Self("alice", 1000),
                Duration.ofSeconds(5));
    }

    private String reason(String script) throws IOException {
        return assertInstanceOf(Observation.Unavailable.class, backend(script).observe(ALL))
                .reason();
    }

    /** A whole one: what it has is in a file. */
    private static final String SOUND = GREETING + HELLO + """
            while read -r line; do
              printf '%s\\n' "$line" >>heard
              case $line in
                *'"ask":"observe"'*) printf '{"say":"observed","observation":{"toys":[%s]}}\\n' "$(cat things 2>/dev/null)" ;;
                *'"op":"create"'*) echo '{"say":"at","percent":50,"what":"painting"}'
                  echo '{"toy":"ball","colour":"red","version":"1"}' >things; echo '{"say":"ran"}' ;;
                *'"op":"remove"'*) rm -f things; echo '{"say":"ran"}' ;;
                *) echo '{"say":"fault","reason":"what is that?"}' ;;
              esac
            done
            touch ended
            """;

    @Test
    void it_looks_and_acts_and_is_asked_only_what_it_can() throws IOException {
        var backend = backend(SOUND);
        assertEquals(new Observation.Seen<ForeignThing>(List.of()), backend.observe(ALL));
        assertEquals(Map.of(), backend.forecast(CREATE));
        assertEquals(List.of(CREATE), backend.transactions(CREATE));
        assertEquals(new Attempt.Ran(), backend.mend(CREATE, Progress.SILENT));
        assertEquals(new Attempt.Ran(), backend.apply(CREATE, Progress.SILENT));
        assertEquals(
                new Observation.Seen<>(List.of(new ForeignThing(
                        "ball", Map.of("colour", new Value.Text("red"), "version", new Value.Text("1"))))),
                backend.observe(ALL));
        var heard = Files.readString(folder.resolve("heard"));
        assertFalse(heard.contains("foresee") || heard.contains("group") || heard.contains("mend"), heard);
        assertTrue(heard.contains("{\"op\":\"create\",") || heard.contains("\"op\":\"create\""), heard);
    }

    /** The root side has these answers, and a program of others would have twin wait for it for years, or call undone what it did. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"say\":\"on_probation\",\"millis\":999999999999,\"sign\":\"the moon\"}",
                "{\"say\":\"taken_back\",\"why\":\"I thought better of it\"}",
                "{\"say\":\"unfinished\",\"reason\":\"later\"}"
            })
    void a_change_is_answered_with_ran_or_refused_and_nothing_else(String answer) throws IOException {
        var script = GREETING + HELLO + "read -r line; echo '" + answer + "'; while read -r line; do :; done\n";
        var backend = backend(script);
        var refused = assertInstanceOf(Attempt.Refused.class, backend.apply(CREATE, Progress.SILENT));
        assertEquals("the program of toys.toy answered a change with neither ran nor refused", refused.reason());
        var unseen = assertInstanceOf(Observation.Unavailable.class, backend.observe(ALL));
        assertEquals(refused.reason() + "; it is not asked again", unseen.reason());
    }

    @Test
    void it_gets_nothing_of_the_environment_and_a_session_without_a_terminal() throws IOException {
        var script = GREETING
                + "read -r line; env | cut -d= -f1 >env; cat /proc/$$/stat >stat; echo '{\"say\":\"taken\"}'\n"
                + "read -r line; echo '{\"say\":\"observed\",\"observation\":{\"toys\":[]}}'\n";
        assertInstanceOf(Observation.Seen.class, backend(script).observe(ALL));
        var known = List.of("LC_ALL", "PATH", "PWD", "OLDPWD", "_", "SHLVL");
        var names = Files.readAllLines(folder.resolve("env"));
        assertTrue(known.containsAll(names), names::toString);
        assertNotEquals(session(Path.of("/proc/self/stat")), session(folder.resolve("stat")));
        assertEquals("0", fields(folder.resolve("stat"))[TERMINAL]);
    }

    /** Of a line of {@code /proc/PID/stat}, behind the name of the program. */
    private static String[] fields(Path stat) throws IOException {
        var line = Files.readString(stat);
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static String session(Path stat) throws IOException {
        return fields(stat)[SESSION];
    }

    @Test
    void what_needs_root_is_an_obstacle_for_others_alone() throws IOException {
        Files.createFile(folder.resolve("x"));
        var ofRoot = new PluginBackend(
                "toys.toy", kind(), Path.of("/device"), () -> folder.resolve("x"), true, new Self("alice", 1000));
        assertEquals(Optional.of("needs root, and twin runs as alice"), ofRoot.obstacle(CREATE.getFirst()));
        assertFalse(ofRoot.isPersonal());
        assertTrue(backend(SOUND).isPersonal());
    }

    @Test
    void what_must_not_be_started_is_not_and_the_reason_is_told() {
        var backend = new PluginBackend(
                "toys.toy",
                kind(),
                Path.of("/device"),
                () -> {
                    throw new IOException("it was never trusted");
                },
                false,
                new Self("alice", 1000));
        assertEquals(new Observation.Unavailable<ForeignThing>("it was never trusted"), backend.observe(ALL));
        assertEquals(new Attempt.Refused("it was never trusted"), backend.apply(CREATE, Progress.SILENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    exit 3                                              | ended with 3
                    echo oops >&2; exit 3                               | ended with 3: oops
                    echo Welcome                                        | answered what twin does not understand
                    echo '{"say":"greeting","protocol":1,"twin":"1"}'   | did not greet as a plugin does
                    echo '{"say":"plugin","protocol":9,"program":"x"}'  | speaks protocol 9
                    sleep 60                                            | did not answer within 5 s
                    trap '' TERM; echo '{"say":"plugin","protocol":1,"program":"x"}'; sleep 60 | did not answer within 5 s
                    yes '{"say":"at","percent":1,"what":"x"}'           | did not greet as a plugin does
                    head -c 100000000 /dev/zero                         | cannot be read
                    """)
    void one_that_does_not_greet_as_agreed_sees_nothing(String script, String words) throws IOException {
        var reason = reason(script + "\n");
        assertTrue(reason.contains(words), reason);
        assertTrue(reason.contains("the program of toys.toy"), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"say":"observed","observation":{"toys":[{"toy":"ball","size":1}]}} | unknown key "size"
                    {"say":"observed","observation":{"toys":[{"toy":"-rf"}]}}           | cannot be the toy of a thing
                    {"say":"observed","observation":{"toys":[{"toy":"a"},{"toy":"a"}]}} | declared twice
                    {"say":"observed","observation":{"toys":[{"toy":"a","colour":"x"}]}} | expected red or blue
                    {"say":"observed","observation":{}}                                 | must be there
                    {"say":"observed","observation":{"unavailable":"no toys here"}}     | no toys here
                    {"say":"ran"}                                                       | answered out of turn
                    {"say":"fault","reason":"I cannot"}                                 | I cannot
                    {"say":"fault","reason":""}                                         | the program of toys.toy gives no reason
                    {"say":"observed","observation":{"unavailable":" "}}                | the program of toys.toy gives no reason
                    nonsense                                                            | answered what twin does not understand
                    """)
    void one_that_sees_what_its_schema_does_not_know_sees_nothing(String answer, String words) throws IOException {
        var reason = reason(GREETING + HELLO + "read -r line; echo '" + answer.strip() + "'; read -r line\n");
        assertTrue(reason.contains(words), reason);
    }

    @Test
    void one_that_talks_without_end_is_ended() throws IOException {
        var reason = reason(GREETING + HELLO + "read -r line; yes '{\"say\":\"at\",\"percent\":1,\"what\":\"x\"}'\n");
        assertTrue(reason.contains("it wrote more than") || reason.contains("did not answer within"), reason);
    }

    @Test
    void one_that_does_not_read_is_ended() throws IOException {
        var many = IntStream.range(0, 40_000).mapToObj(number -> "toy" + number).collect(Collectors.toSet());
        var backend = backend(GREETING + HELLO + "sleep 600\n");
        var deaf = "the program of toys.toy did not read what it was asked within 5 s";
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertEquals(new Observation.Unavailable<ForeignThing>(deaf), backend.observe(new Scope.Only(many)));
            assertEquals(new Attempt.Refused(deaf + "; it is not asked again"), backend.apply(CREATE, Progress.SILENT));
        });
    }

    @Test
    void one_that_broke_off_is_not_asked_again() throws IOException {
        var backend = backend(GREETING + HELLO + "echo started >>starts; read -r line; exit 1\n");
        assertInstanceOf(Observation.Unavailable.class, backend.observe(ALL));
        var again = assertInstanceOf(Observation.Unavailable.class, backend.observe(ALL));
        assertTrue(again.reason().contains("is not asked again"), again::reason);
        assertEquals("started\n", Files.readString(folder.resolve("starts")));
    }

    @Test
    void one_that_dies_while_it_acts_is_told_as_refused() throws IOException {
        var backend = backend(GREETING + HELLO + "read -r line; echo broken >&2; kill -9 $$\n");
        var attempt = assertInstanceOf(Attempt.Refused.class, backend.apply(CREATE, Progress.SILENT));
        assertTrue(attempt.reason().contains("broken"), attempt::reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                                                 | none of it
                    [[{"op":"create","toy":"ball","colour":"red"}],[{"op":"create","toy":"ball","colour":"red"}]] | one twice
                    [[{"op":"create","toy":"ball","colour":"blue"}]]                                   | another one
                    [[{"op":"remove","toy":"bear"}]]                                                   | that of another
                    [[{"op":"create","toy":"ball","colour":"red"},{"op":"remove","toy":"bear"}]]       | one besides
                    [[{"op":"paint","toy":"ball"}]]                                                    | none that there is
                    """)
    void one_that_groups_what_nobody_approved_gets_to_do_nothing(String transactions, String what) throws IOException {
        var backend = backend(GREETING.replace("\"toy 1\"", "\"toy 1\",\"can\":[\"group\"]") + HELLO
                + "read -r line; echo '{\"say\":\"grouped\",\"transactions\":" + transactions.strip() + "}'\n"
                + "while read -r line; do touch tried; echo '{\"say\":\"ran\"}'; done\n");
        assertEquals(List.of(CREATE), backend.transactions(CREATE), what);
        var attempt = assertInstanceOf(Attempt.Refused.class, backend.apply(CREATE, Progress.SILENT));
        assertTrue(attempt.reason().contains("the program of toys.toy was to group actions"), attempt::reason);
        assertFalse(Files.exists(folder.resolve("tried")), what);
    }

    @Test
    void one_that_refuses_without_a_reason_is_told_so() throws IOException {
        var backend = backend(
                GREETING + HELLO + "read -r line; echo '{\"say\":\"refused\",\"reason\":\"\"}'; read -r line\n");
        assertEquals(
                new Attempt.Refused("the program of toys.toy gives no reason"), backend.apply(CREATE, Progress.SILENT));
    }

    @Test
    void how_one_died_is_still_known_when_twin_looks_again() throws IOException {
        var backend = backend(GREETING + HELLO + "read -r line; echo boom >&2; exit 7\n");
        var died = "the program of toys.toy ended with 7: boom";
        assertEquals(new Attempt.Refused(died), backend.apply(CREATE, Progress.SILENT));
        assertEquals(new Observation.Unavailable<ForeignThing>(died + "; it is not asked again"), backend.observe(ALL));
    }
}

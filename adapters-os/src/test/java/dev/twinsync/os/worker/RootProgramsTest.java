package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.os.packages.DebianPackages;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The root side is told of programs of other people by somebody whom it does not believe. */
class RootProgramsTest {

    static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"properties":{"toys":{"type":"array","items":{\
            "type":"object","additionalProperties":false,"x-key":"toy","properties":{\
            "toy":{"type":"string","pattern":"^[a-z]+$"},"ensure":{"enum":["present","absent"]}}}}}}""";

    static final String PROGRAM = """
            #!/bin/sh
            cd "$(dirname "$0")"
            echo '{"say":"plugin","protocol":1,"program":"toy 1"}'
            while read -r line; do
              printf '%s\\n' "$line" >>heard
              case $line in
                *'"ask":"hello"'*) echo '{"say":"taken"}' ;;
                *'"ask":"observe"'*) echo '{"say":"observed","observation":{"toys":[{"toy":"ball"}]}}' ;;
                *) echo '{"say":"ran"}' ;;
              esac
            done
            """;

    private static final String OBSERVE =
            "{\"ask\":\"observe\",\"plugin\":\"toys.toy\",\"scope\":{\"of\":\"only\",\"keys\":[]}}";

    @TempDir
    private Path temporary;

    private Path folder;
    private PluginFolders folders;

    @BeforeEach
    void program() throws IOException {
        folder = temporary.toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var program = Files.writeString(folder.resolve("toy"), PROGRAM);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        int self = Self.ofThisProcess().uid();
        folders = new PluginFolders(List.of(folder), Optional.empty(), self, self, folder);
    }

    private static String hello(String plugin, String program, String digest, String schema) {
        return "{\"ask\":\"hello\",\"protocol\":1,\"repository\":\"/device\",\"programs\":[{\"plugin\":\"" + plugin
                + "\",\"program\":\"" + program + "\",\"digest\":\"" + digest + "\",\"schema\":" + schema + "}]}";
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).text();
    }

    private static String apply(String action) {
        return "{\"ask\":\"apply\",\"plugin\":\"toys.toy\",\"actions\":[" + action + "]}";
    }

    /** What the root side answers to the last of these lines. */
    private String answer(String... lines) throws IOException {
        RootPlugins own = _ ->
                Map.of("packages.debian", new Hosted<>(new Packages(), new DebianPackages(new ScriptedCommands())));
        var out = new ByteArrayOutputStream();
        try (var handover = new Handover(folder.resolve("handover"), 1)) {
            new WorkerServer(
                            "test",
                            new RootPrograms(own, new NamedPrograms(folders, Self.ofThisProcess())),
                            new Kept(),
                            handover)
                    .serve(
                            new ByteArrayInputStream(
                                    (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)),
                            out);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    private String heard() throws IOException {
        var file = folder.resolve("heard");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void it_starts_what_is_meant_and_hands_on_what_fits_the_schema() throws IOException {
        var hello = hello("toys.toy", "toy", digest(PROGRAM), SCHEMA);
        assertTrue(answer(hello, OBSERVE).contains("\"toys\":[{\"toy\":\"ball\"}]"));
        assertEquals("{\"say\":\"ran\"}", answer(hello, apply("{\"op\":\"remove\",\"toy\":\"ball\"}")));
        assertTrue(heard().contains("\"op\":\"remove\""), heard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"op":"remove","toy":"--all"}         | cannot be the toy
                    {"op":"remove","toy":"Ball"}          | does not fit
                    {"op":"remove","toy":"ball\\nx"}      | does not fit
                    {"op":"create","toy":"ball","x":"y"}  | unknown key
                    {"op":"run","toy":"ball"}             | expected create or change or remove
                    """)
    void an_action_that_does_not_fit_never_reaches_the_program(String action, String words) throws IOException {
        var said = answer(hello("toys.toy", "toy", digest(PROGRAM), SCHEMA), apply(action.strip()));
        assertTrue(said.contains("\"say\":\"fault\"") && said.contains(words), said);
        assertFalse(heard().contains("\"ask\":\"apply\""), heard());
    }

    @Test
    void another_program_than_the_one_that_is_meant_is_not_started() throws IOException {
        var hello = hello("toys.toy", "toy", digest("another"), SCHEMA);
        assertTrue(answer(hello, OBSERVE).contains("is not the program that was trusted"));
        assertTrue(answer(hello, apply("{\"op\":\"remove\",\"toy\":\"ball\"}")).contains("\"say\":\"refused\""));
        assertEquals("", heard());
    }

    @Test
    void one_that_others_may_change_is_not_started_whoever_says_so() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("toy"), PosixFilePermissions.fromString("rwxr-xrwx"));
        assertTrue(answer(hello("toys.toy", "toy", digest(PROGRAM), SCHEMA), OBSERVE)
                .contains("chmod go-w"));
        assertEquals("", heard());
    }

    @Test
    void it_cannot_stand_in_for_a_plugin_of_twin_itself() throws IOException {
        var said = answer(hello("packages.debian", "toy", digest(PROGRAM), SCHEMA));
        assertTrue(said.contains("is a plugin of twin itself"), said);
    }

    @Test
    void a_path_is_no_name_and_a_schema_is_read_as_anywhere() throws IOException {
        assertTrue(
                answer(hello("toys.toy", "../toy", digest(PROGRAM), SCHEMA)).contains("is not the name of a program"));
        assertTrue(answer(hello("toys.toy", "toy", digest(PROGRAM), "{\"type\":\"object\"}"))
                .contains("the schema of toys.toy is none"));
    }
}

package dev.twinsync.os.worker;

import static dev.twinsync.os.worker.Inn.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.domain.plugin.PluginName;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of other people on another machine, over pipes as ssh has them. */
class VisitedProgramTest {

    private static final String PLUGIN = "toys.toy";
    private static final Digest DIGEST = Sha256.of(bytes(RootProgramsTest.PROGRAM));
    private static final Scope EVERYTHING = new Scope.Everything(Set.of());
    private static final ForeignAction REMOVE = new ForeignAction.Remove("ball");

    @TempDir
    private Path temporary;

    private Path folder;
    private PluginFolders folders;

    @BeforeEach
    void program() throws IOException {
        folder = temporary.toRealPath();
        permit(folder);
        permit(Files.createDirectory(folder.resolve("of-root")));
        permit(Files.createDirectory(folder.resolve("of-user")));
        permit(Files.writeString(folder.resolve("of-user/toy"), RootProgramsTest.PROGRAM));
        int self = Self.ofThisProcess().uid();
        folders = new PluginFolders(
                List.of(folder.resolve("of-root")), Optional.of(folder.resolve("of-user")), self, self, folder);
    }

    private static void permit(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Inn inn() throws IOException {
        var visits = Files.createDirectory(folder.resolve("inn"));
        return new Inn(
                Map.of(),
                Map.of(),
                Map.of(),
                new NamedPrograms(folders, Self.ofThisProcess()),
                new Kept(),
                visits,
                _ -> {
                    throw new IOException("there is no content");
                });
    }

    private static Tree schema() {
        return switch (JsonReader.read(RootProgramsTest.SCHEMA)) {
            case Reading.Value<Tree>(var schema) -> schema;
            case Reading.Wrong<Tree>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Foreign kind() {
        return switch (ForeignSchema.read(schema())) {
            case Reading.Value<ForeignSchema>(var schema) -> new Foreign(schema);
            case Reading.Wrong<ForeignSchema>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static RootProgram named(Digest digest) {
        return new RootProgram(new PluginName(PLUGIN), new ProgramName("toy"), digest, schema());
    }

    private static Backend<ForeignThing, ForeignAction> backend(Inn inn, Digest digest, boolean needsRoot) {
        return inn.host.program(PLUGIN, kind(), needsRoot, () -> named(digest));
    }

    private static List<String> seen(Backend<ForeignThing, ForeignAction> backend) {
        return switch (backend.observe(EVERYTHING)) {
            case Observation.Seen<ForeignThing>(var live, var _) ->
                live.stream().map(Keyed::key).toList();
            case Observation.Unavailable<ForeignThing>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static String unseen(Backend<ForeignThing, ForeignAction> backend) {
        return switch (backend.observe(EVERYTHING)) {
            case Observation.Seen<ForeignThing> seen -> throw new AssertionError(seen.toString());
            case Observation.Unavailable<ForeignThing>(var reason) -> reason;
        };
    }

    private String heard() throws IOException {
        var file = folder.resolve("of-user/heard");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void it_is_found_there_with_its_digest() throws IOException {
        try (var inn = inn()) {
            var found = inn.host.find(new ProgramName("toy"));
            assertEquals(folder.resolve("of-user/toy"), found.path());
            assertEquals(DIGEST, found.digest());
            assertFalse(found.isOfRoot());
            assertTrue(assertThrows(IOException.class, () -> inn.host.find(new ProgramName("none")))
                    .getMessage()
                    .contains("put it there if you trust it"));
        }
    }

    @Test
    void it_looks_and_acts_there_once_the_machine_is_locked() throws IOException {
        try (var inn = inn()) {
            var backend = backend(inn, DIGEST, false);
            assertTrue(backend.isPersonal());
            assertEquals(List.of("ball"), seen(backend));
            assertEquals(List.of("ball"), seen(backend));
            assertInstanceOf(Attempt.Refused.class, backend.apply(List.of(REMOVE), Progress.SILENT));
            assertInstanceOf(MachineLock.Answer.Taken.class, inn.host.lock().take(Duration.ZERO));
            assertInstanceOf(Attempt.Ran.class, backend.apply(List.of(REMOVE), Progress.SILENT));
            assertTrue(heard().contains("\"op\":\"remove\""), heard());
        }
    }

    @Test
    void nothing_is_started_before_it_is_needed_or_where_it_is_not_trusted() throws IOException {
        try (var inn = inn()) {
            var backend = inn.host.program(PLUGIN, kind(), false, () -> {
                throw new IOException("it was never trusted");
            });
            assertEquals("", heard());
            assertEquals("it was never trusted", unseen(backend));
            assertInstanceOf(Attempt.Refused.class, backend.apply(List.of(REMOVE), Progress.SILENT));
            assertEquals("", heard());
        }
    }

    @Test
    void another_program_than_the_one_that_is_meant_is_not_started() throws IOException {
        try (var inn = inn()) {
            var reason = unseen(backend(inn, Sha256.of(bytes("another")), false));
            assertTrue(reason.contains("is not the program that was trusted"), reason);
            assertEquals("", heard());
        }
    }

    @Test
    void what_needs_root_is_roots() throws IOException {
        try (var inn = inn()) {
            var backend = backend(inn, DIGEST, true);
            assertFalse(backend.isPersonal());
            var reason = unseen(backend);
            assertTrue(reason.endsWith("is not root's"), reason);
            assertEquals("", heard());
        }
    }

    @Test
    void it_cannot_stand_in_for_another_plugin() throws IOException {
        try (var inn = inn()) {
            assertEquals(List.of("ball"), seen(backend(inn, DIGEST, false)));
            var reason = unseen(backend(inn, DIGEST, false));
            assertTrue(reason.contains("engaged already"), reason);
        }
    }
}

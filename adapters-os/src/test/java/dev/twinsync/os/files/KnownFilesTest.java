package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.os.PrivateMemory;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFilesTest {

    private static final Digest PLANTED = Bench.digest("planted".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private Bench bench;
    private PrivateMemory memory;

    @BeforeEach
    void set_up() throws Exception {
        bench = new Bench(folder);
        bench.put("x", "content");
        memory = new PrivateMemory(new PrivateFolder(folder.toRealPath().resolve("memory")));
    }

    private KnownContent known() {
        return KnownContent.in(memory, "machine-1", false);
    }

    /** As if an earlier look had read something else, so that it shows what was not read again. */
    private void plant(boolean privateKey) throws Exception {
        var known = known();
        var later = Instant.now().plus(Duration.ofHours(1));
        known.learn(Stat.of(bench.at("x")).orElseThrow().stamp(), later, new KnownContent.Content(PLANTED, privateKey));
        known.keep();
    }

    private Observation.Seen<LiveFile> look(Scope scope) {
        var files = new MirroredFiles(
                bench, bench.kept, bench.rules(1 << 20), bench.repository, Bench.NO_PROGRAMS, known(), UnitReload.NONE);
        return (Observation.Seen<LiveFile>) files.observe(scope);
    }

    private Digest digest(Scope scope) {
        return look(scope).live().stream()
                .map(file -> ((LiveFile.Regular) file).digest())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_look_at_everything_does_not_read_what_is_known() throws Exception {
        plant(false);
        assertEquals(PLANTED, digest(Scope.everything()));
        assertEquals(PLANTED, digest(new Scope.Everything(Set.of(bench.at("x").toString()))));
    }

    @Test
    void a_look_at_one_file_reads_it_whatever_is_known() throws Exception {
        plant(false);
        assertNotEquals(PLANTED, digest(new Scope.Only(Set.of(bench.at("x").toString()))));
    }

    @Test
    void a_file_that_changed_is_read_also_where_its_time_was_turned_back() throws Exception {
        plant(false);
        var time = Files.getLastModifiedTime(bench.at("x"));
        Thread.sleep(20); // longer than a tick of the file system's clock
        Files.writeString(bench.at("x"), "CONTENT");
        Files.setLastModifiedTime(bench.at("x"), FileTime.from(time.toInstant()));
        assertEquals(Bench.digest("CONTENT".getBytes(StandardCharsets.UTF_8)), digest(Scope.everything()));
    }

    @Test
    void a_private_key_stays_hidden_when_it_is_known() throws Exception {
        plant(true);
        var seen = look(Scope.everything());
        assertEquals(0, seen.live().size());
        assertTrue(seen.gaps().stream().anyMatch(gap -> gap.reason().contains("private key")));
    }

    @Test
    void what_a_memory_holds_is_its_owners_alone_and_is_forgotten_when_it_is_spoiled() throws Exception {
        memory.keep("name", new byte[] {1, 2, 3});
        var file = memory.folder().path().resolve("name");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(3, memory.recall("name").orElseThrow().length);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertEquals(Optional.empty(), memory.recall("name"));
        Files.write(file, new byte[0]);
        assertEquals(Optional.empty(), memory.recall("name"));
        assertEquals(Optional.empty(), memory.recall("never"));
    }

    @Test
    void a_folder_that_others_may_write_to_is_no_memory() throws Exception {
        memory.keep("name", new byte[] {1});
        Files.setPosixFilePermissions(memory.folder().path(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(Optional.empty(), memory.recall("name"));
    }
}

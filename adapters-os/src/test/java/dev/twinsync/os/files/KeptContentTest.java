package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Property;
import dev.twinsync.port.Backups;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class KeptContentTest {

    private static final byte[] BYTES = "what stood there".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Bench.digest(BYTES);

    @TempDir
    Path directory;

    private Path folder;
    private KeptContent kept;

    @BeforeEach
    void nothing_is_kept() {
        folder = directory.resolve("state/backup");
        kept = new KeptContent(folder);
    }

    private void keep(byte[] bytes) throws IOException {
        kept.keep(Bench.digest(bytes), new ByteArrayInputStream(bytes));
    }

    private Optional<byte[]> find(Digest digest) throws IOException {
        try (var found = kept.find(digest).orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
            var bytes = found.readAllBytes();
            return Optional.of(bytes).filter(some -> some.length > 0);
        }
    }

    private Path place(Digest digest) {
        return folder.resolve(digest.text().substring("sha256:".length()));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String refused(Executable work) {
        return assertThrows(IOException.class, work).getMessage();
    }

    @Test
    void content_comes_back_byte_for_byte_whatever_it_is() {
        var contents = Arbitraries.bytes().array(byte[].class).ofMaxSize(70_000);
        Property.forAll(contents, bytes -> {
            try {
                keep(bytes);
                try (var found = kept.find(Bench.digest(bytes)).orElseThrow()) {
                    assertArrayEquals(bytes, found.readAllBytes());
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Test
    void what_was_never_kept_is_not_found_and_looking_makes_nothing() throws IOException {
        assertEquals(Optional.empty(), kept.find(DIGEST));
        assertTrue(Files.notExists(folder));
        keep("other".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), kept.find(DIGEST));
    }

    @Test
    void nobody_else_may_look_at_it() throws IOException {
        keep(BYTES);
        assertEquals(0700, Bench.mode(folder));
        assertEquals(0700, Bench.mode(folder.getParent()));
        assertEquals(0600, Bench.mode(place(DIGEST)));
    }

    @Test
    void content_that_is_not_what_the_digest_says_is_refused_and_leaves_nothing() throws IOException {
        var other = new ByteArrayInputStream("other".getBytes(StandardCharsets.UTF_8));
        assertTrue(refused(() -> kept.keep(DIGEST, other)).contains("no longer what it was"));
        assertEquals(List.of(), names());
        keep(BYTES);
        other.reset();
        assertTrue(refused(() -> kept.keep(DIGEST, other)).contains("no longer what it was"));
        assertArrayEquals(BYTES, find(DIGEST).orElseThrow());
    }

    @Test
    void pruning_removes_what_was_not_kept_again_and_what_a_crash_left() throws IOException {
        var old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        var other = "other".getBytes(StandardCharsets.UTF_8);
        keep(BYTES);
        keep(other);
        var half = Files.writeString(folder.resolve(".new-" + place(DIGEST).getFileName()), "half");
        var foreign = Files.writeString(folder.resolve("README"), "hands off");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, old);
            }
        }
        keep(other);
        var end = old.toInstant().plus(Duration.ofDays(Backups.USUAL_DAYS));
        assertEquals(0, kept.prune(end));
        assertEquals(2, kept.prune(end.plusSeconds(1)));
        assertEquals(Optional.empty(), kept.find(DIGEST));
        assertArrayEquals(other, find(Bench.digest(other)).orElseThrow());
        assertTrue(Files.exists(foreign));
        assertTrue(Files.exists(half.resolveSibling(place(Bench.digest(other)).getFileName() + ".90")));
        assertEquals(3, names().size());
        assertEquals(0, kept.prune(end.plusSeconds(1)));
    }

    @Test
    void pruning_where_nothing_was_kept_is_no_failure() throws IOException {
        assertEquals(0, kept.prune(Instant.MAX));
    }

    @Test
    void damaged_content_counts_as_not_kept_and_is_kept_anew() throws IOException {
        keep(BYTES);
        Files.writeString(place(DIGEST), "damaged");
        assertEquals(Optional.empty(), kept.find(DIGEST));
        keep(BYTES);
        assertArrayEquals(BYTES, find(DIGEST).orElseThrow());
    }

    @Test
    void what_a_crash_left_is_in_nobodys_way() throws IOException {
        keep("other".getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve(".new-" + place(DIGEST).getFileName()), "half");
        assertEquals(Optional.empty(), kept.find(DIGEST));
        keep(BYTES);
        assertArrayEquals(BYTES, find(DIGEST).orElseThrow());
        assertEquals(
                2, names().stream().filter(name -> KeepNote.of(name).isEmpty()).count());
    }

    @Test
    void a_link_in_place_of_the_folder_is_refused() throws IOException {
        Files.createDirectory(folder.getParent());
        Files.createSymbolicLink(folder, Files.createDirectory(directory.resolve("elsewhere")));
        assertTrue(refused(() -> keep(BYTES)).contains("is not a folder"));
        assertTrue(refused(() -> kept.find(DIGEST)).contains("is not a folder"));
        assertTrue(refused(() -> kept.prune(Instant.MAX)).contains("is not a folder"));
    }

    @Test
    void a_link_in_place_of_content_is_not_followed() throws IOException {
        keep("other".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(place(DIGEST), Files.write(directory.resolve("outside"), BYTES));
        assertTrue(refused(() -> kept.find(DIGEST)).contains("is not a file"));
    }

    @Test
    void a_folder_into_which_others_may_look_is_refused_with_the_remedy() throws IOException {
        keep(BYTES);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        assertTrue(refused(() -> keep(BYTES)).contains("chmod 700 " + folder));
    }

    @Test
    void an_interrupt_does_not_hinder_it_and_is_not_lost() throws IOException {
        Thread.currentThread().interrupt();
        try {
            keep(BYTES);
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertArrayEquals(BYTES, find(DIGEST).orElseThrow());
    }
}

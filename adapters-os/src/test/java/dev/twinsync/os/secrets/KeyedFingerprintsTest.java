package dev.twinsync.os.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinsync.domain.secrets.Fingerprints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedFingerprintsTest {

    private static final int NOBODY = 65534;

    @TempDir
    Path directory;

    private Path folder;
    private Path file;

    @BeforeEach
    void there_is_no_key() {
        folder = directory.resolve("state/keys");
        file = folder.resolve("fingerprint.key");
    }

    private String fingerprint(String secret) {
        return new KeyedFingerprints(folder).of(secret);
    }

    private void putKey(byte[] bytes, String mode) throws IOException {
        Files.deleteIfExists(file);
        fingerprint("first");
        Files.write(file, bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void assertRefused(String... words) {
        var refusal = assertThrows(UncheckedIOException.class, () -> fingerprint("hunter2"))
                .getCause()
                .getMessage();
        for (String word : words) {
            assertTrue(refusal.contains(word), refusal);
        }
        assertFalse(refusal.contains("hunter2"), refusal);
    }

    @Test
    void a_fingerprint_is_sixteen_digits_and_the_same_at_the_next_start() {
        var first = fingerprint("hunter2");
        assertTrue(first.matches(Fingerprints.GRAMMAR), first);
        assertEquals(first, fingerprint("hunter2"));
        assertNotEquals(first, fingerprint("hunter3"));
    }

    /** Computed by {@code printf hunter2 | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f}. */
    @Test
    void it_is_the_beginning_of_the_hmac_that_others_compute() throws IOException {
        var key = new byte[32];
        for (int index = 0; index < key.length; index++) {
            key[index] = (byte) index;
        }
        putKey(key, "rw-------");
        assertEquals("8629d712da366318", fingerprint("hunter2"));
        assertEquals("2d325b6c29dede1e", fingerprint("größe"));
    }

    @Test
    void another_machine_has_other_fingerprints() {
        assertNotEquals(fingerprint("hunter2"), new KeyedFingerprints(directory.resolve("other")).of("hunter2"));
    }

    @Test
    void nothing_is_made_before_there_is_a_secret() {
        var fingerprints = new KeyedFingerprints(folder);
        assertFalse(Files.exists(folder));
        fingerprints.of("hunter2");
        assertTrue(Files.exists(file));
    }

    @Test
    void the_key_is_its_owners_alone() throws IOException {
        fingerprint("hunter2");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals(32, Files.size(file));
    }

    @Test
    void twins_that_start_at_once_get_one_key() throws Exception {
        for (int round = 0; round < 30; round++) {
            var place = directory.resolve("round-" + round);
            assertEquals(1, new HashSet<>(atOnce(place)).size());
            try (var files = Files.list(place)) {
                assertEquals(List.of(place.resolve("fingerprint.key")), files.toList());
            }
        }
    }

    private static List<String> atOnce(Path place) throws Exception {
        var start = new CyclicBarrier(4);
        Callable<String> twin = () -> {
            start.await();
            return new KeyedFingerprints(place).of("hunter2");
        };
        try (var twins = Executors.newFixedThreadPool(4)) {
            return twins.invokeAll(Stream.generate(() -> twin).limit(4).toList()).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws IOException {
        for (String mode : List.of("rw-r-----", "rw----r--", "rwx------")) {
            putKey(new byte[32], mode);
            assertRefused("chmod 600 " + file);
        }
    }

    @Test
    void a_key_of_another_length_is_refused() throws IOException {
        for (int length : new int[] {0, 31, 33}) {
            putKey(new byte[length], "rw-------");
            assertRefused(file.toString(), "32 bytes");
            assertEquals(length, Files.size(file));
        }
    }

    @Test
    void a_link_instead_of_a_key_is_refused() throws IOException {
        fingerprint("first");
        Files.move(file, directory.resolve("elsewhere"));
        Files.createSymbolicLink(file, directory.resolve("elsewhere"));
        assertRefused(file.toString(), "a link");
    }

    @Test
    void a_key_of_somebody_else_is_refused() throws IOException {
        fingerprint("first");
        assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "only root can give a file away");
        Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        assertRefused(file.toString(), "belongs to");
    }

    @Test
    void a_folder_that_others_may_look_into_is_refused() throws IOException {
        fingerprint("first");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertRefused("chmod 700 " + folder);
    }

    @Test
    void where_no_key_can_be_made_that_is_said() throws IOException {
        Files.writeString(directory.resolve("state"), "a file");
        assertRefused("has no key");
    }

    @Test
    void an_interrupt_does_not_cost_the_key() {
        Thread.currentThread().interrupt();
        var interrupted = fingerprint("hunter2");
        assertTrue(Thread.interrupted());
        assertEquals(interrupted, fingerprint("hunter2"));
    }
}

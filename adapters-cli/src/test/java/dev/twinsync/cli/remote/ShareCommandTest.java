package dev.twinsync.cli.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** {@code twin share} through the whole command; what it writes is read by others. */
class ShareCommandTest extends FilesOnly {

    private static final String SECRET = "Hunter2x9Q";

    private Path file(String name) {
        return folder().resolve("case-" + repo.getFileName() + "-" + name);
    }

    private static Map<String, String> unzipped(Path file) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** By the tar program. */
    private Map<String, String> untarred(Path file) throws IOException, InterruptedException {
        var into = Files.createDirectory(file("untarred"));
        var tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", into.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tar.waitFor(), said);
        assertEquals("", said);
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(into)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                files.put(into.relativize(one).toString(), Files.readString(one));
            }
        }
        return files;
    }

    @Test
    void both_kinds_of_archive_hold_the_same_and_only_their_owner_may_read_them() throws Exception {
        wish("hello\n");
        ok("share " + file("a.zip"));
        ok("share " + file("a.tar.gz"));
        var zip = unzipped(file("a.zip"));
        assertEquals(zip, untarred(file("a.tar.gz")));
        assertTrue(zip.keySet().containsAll(Set.of("AGENTS.md", "BUNDLE.md", "state/files.yaml")), zip::toString);
        assertFalse(zip.containsKey("filesystem/motd"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a.zip"))));
    }

    @Test
    void a_secret_is_in_no_byte_of_it_and_what_is_not_taken_out_is_said() throws IOException {
        wish("hello\n");
        var state = repo.resolve("state/files.yaml");
        Files.writeString(state, Files.readString(state) + "# password = " + SECRET + "\n");
        var run = ok("share " + file("a.zip"));
        assertFalse(unzipped(file("a.zip")).toString().contains(SECRET));
        assertTrue(run.out().contains("something was masked in state/files.yaml"), run.out());
        assertTrue(run.out().contains("addresses, are still in it"), run.out());
        assertTrue(unzipped(file("a.zip")).get("BUNDLE.md").contains("addresses, are still in it"));
    }

    @Test
    void what_is_there_is_never_touched() throws IOException {
        Files.writeString(file("a.zip"), "mine");
        Files.createSymbolicLink(file("b.zip"), file("nowhere"));
        assertEquals(8, twin("share " + file("a.zip")).exit());
        assertEquals(8, twin("share " + file("b.zip")).exit());
        assertEquals("mine", Files.readString(file("a.zip")));
        assertFalse(Files.exists(file("nowhere")));
        assertEquals(64, twin("share " + file("a.rar")).exit());
        assertEquals(1, twin("share /nowhere/at/all.zip").exit());
    }

    @Test
    void the_same_repository_gives_the_same_bytes() throws IOException {
        ok("share " + file("a.tgz"));
        ok("share " + file("b.tgz"));
        assertEquals(-1, Files.mismatch(file("a.tgz"), file("b.tgz")));
    }
}

package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stood on the machine is kept before it goes, and can come back. */
class KeepsakeTest {

    private static final String KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() {
        bench = new Bench(directory);
    }

    private Attempt apply(FileAction action) {
        return bench.files().apply(List.of(action), Progress.SILENT);
    }

    private Attempt applyWith(Backups backups, FileAction action) {
        return new MirroredFiles(bench, backups, bench.rules(1 << 20), bench.repository, Bench.NO_PROGRAMS)
                .apply(List.of(action), Progress.SILENT);
    }

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    private static Digest digest(String content) {
        return Bench.digest(content.getBytes(StandardCharsets.UTF_8));
    }

    private String kept(String content) throws IOException {
        try (var found = bench.kept.find(digest(content)).orElseThrow()) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<FileAction> actionsAt(String below) {
        return List.of(
                bench.write(below, "new", "0644"),
                new Link(bench.target(below), new LinkTarget("/nowhere")),
                new Delete(bench.target(below)));
    }

    /** A write of content of which the repository knows nothing. */
    private Write back(String below, String content) {
        return new Write(
                bench.target(below),
                new TwinPath("filesystem/gone"),
                digest(content),
                new FileMode("0600"),
                bench.owner(),
                bench.group());
    }

    /** Something happens to the machine while content is kept. */
    @FunctionalInterface
    private interface Event {
        void happen() throws IOException;
    }

    private static Backups during(Event event) {
        return new Backups() {
            @Override
            public void keep(Digest digest, InputStream content) throws IOException {
                event.happen();
            }

            @Override
            public Optional<InputStream> find(Digest digest) {
                return Optional.empty();
            }

            @Override
            public void keepBeside(TargetPath file, byte[] what) {}

            @Override
            public Optional<Beside> findBeside(TargetPath file) {
                return Optional.empty();
            }

            @Override
            public void forgetBeside(TargetPath file) {}
        };
    }

    @Test
    void what_is_not_kept_any_more_is_foretold_and_what_is_kept_or_in_the_repository_is_not() throws IOException {
        var gone = back("gone", "old");
        var there = bench.write("there", "new", "0644");
        assertInstanceOf(
                Forecast.Impossible.class,
                bench.files().forecast(List.of(gone, there)).get(gone.key()));
        assertFalse(bench.files().forecast(List.of(gone, there)).containsKey(there.key()));

        bench.kept.keep(gone.digest(), new ByteArrayInputStream("old".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Map.of(), bench.files().forecast(List.of(gone, there)));
    }

    @Test
    void what_is_replaced_or_removed_is_kept() throws IOException {
        for (FileAction action : actionsAt("x")) {
            Files.deleteIfExists(bench.at("x"));
            bench.put("x", "old, before " + action.op());
            assertEquals(new Attempt.Ran(), apply(action));
            assertEquals("old, before " + action.op(), kept("old, before " + action.op()));
        }
    }

    @Test
    void nothing_is_kept_where_no_file_goes() throws IOException {
        bench.put("x", "stays");
        Files.createSymbolicLink(bench.at("l"), bench.at("x"));
        apply(new SetAttributes(bench.target("x"), new FileMode("0600"), bench.owner(), bench.group()));
        apply(new Delete(bench.target("l")));
        apply(bench.write("fresh", "new", "0644"));
        assertEquals(Optional.empty(), bench.kept.find(digest("stays")));
    }

    @Test
    void what_cannot_be_kept_is_left_as_it_is() throws IOException {
        bench.put("x", "old");
        var full = during(() -> {
            throw new IOException("No space left on device");
        });
        for (FileAction action : actionsAt("x")) {
            var reason = refused(applyWith(full, action));
            assertTrue(reason.startsWith("what " + bench.at("x") + " holds could not be kept for undo"), reason);
            assertTrue(reason.contains("make room"), reason);
            assertEquals("old", Files.readString(bench.at("x")));
            assertEquals(List.of(), bench.leftovers());
        }
    }

    @Test
    void a_file_that_changes_while_it_is_kept_is_left_as_it_is() throws IOException {
        bench.put("x", "old");
        var changes = during(() -> Files.writeString(bench.at("x"), "changed by somebody else"));
        for (FileAction action : actionsAt("x")) {
            assertTrue(refused(applyWith(changes, action)).contains("being changed while twin kept"));
            assertEquals("changed by somebody else", Files.readString(bench.at("x")));
        }
    }

    @Test
    void what_was_kept_comes_back_without_the_repository() throws IOException {
        bench.put("x", "old");
        apply(bench.write("x", "new", "0644"));
        assertEquals(new Attempt.Ran(), apply(back("x", "old")));
        assertEquals("old", Files.readString(bench.at("x")));
        assertEquals("new", kept("new"));
    }

    @Test
    void a_private_key_that_stood_there_comes_back_and_none_comes_out_of_a_repository() throws IOException {
        bench.put("key.pem", KEY);
        assertTrue(refused(apply(bench.write("other.pem", KEY, "0600"))).contains("private key"));
        assertFalse(Files.exists(bench.at("other.pem")));
        apply(new Delete(bench.target("key.pem")));
        assertEquals(new Attempt.Ran(), apply(back("key.pem", KEY)));
        assertEquals(KEY, Files.readString(bench.at("key.pem")));
    }

    @Test
    void a_place_of_secrets_is_refused_also_for_what_was_kept() throws IOException {
        bench.kept.keep(digest("secret"), new ByteArrayInputStream("secret".getBytes(StandardCharsets.UTF_8)));
        assertTrue(refused(apply(back(".netrc", "secret"))).contains("secrets are kept there"));
        assertFalse(Files.exists(bench.at(".netrc")));
    }

    private Attempt mend(FileAction... actions) {
        return bench.files().mend(List.of(actions), Progress.SILENT);
    }

    @Test
    void mending_removes_what_was_left_beside_the_targets_and_nothing_else() throws IOException {
        bench.put("x", "old");
        Files.writeString(Replacement.beside(bench.at("x")), "half");
        Files.createSymbolicLink(Replacement.beside(bench.at("l")), bench.at("x"));
        var foreign = bench.put(".twin-of-somebody", "kept");
        assertEquals(
                new Attempt.Ran(),
                mend(
                        bench.write("x", "new", "0644"),
                        new Link(bench.target("l"), new LinkTarget("x")),
                        new Delete(bench.target("nothing/there"))));
        assertEquals(List.of(foreign), bench.leftovers());
        assertEquals("old", Files.readString(bench.at("x")));
    }

    @Test
    void mending_follows_no_link_and_goes_on_with_the_others() throws IOException {
        bench.put("real/x", "old");
        Files.writeString(Replacement.beside(bench.at("real/x")), "half");
        Files.createSymbolicLink(bench.at("way"), bench.at("real"));
        Files.move(
                Replacement.beside(bench.at("real/x")),
                bench.at("real").resolve(Replacement.beside(bench.at("way/x")).getFileName()));
        Files.writeString(Replacement.beside(bench.at("y")), "half");
        var reason = refused(mend(bench.write("way/x", "new", "0644"), bench.write("y", "new", "0644")));
        assertTrue(reason.contains("is a symbolic link"), reason);
        assertEquals(1, bench.leftovers().size(), "the one behind the link");
    }

    @Test
    void a_folder_that_is_called_like_a_leftover_is_left_alone() throws IOException {
        var folder = Files.createDirectory(Replacement.beside(bench.at("x")));
        assertTrue(refused(mend(bench.write("x", "new", "0644"))).contains("twin did not make it"));
        assertTrue(Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS));
    }
}

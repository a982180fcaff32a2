package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set on a file besides its mode comes back with it, and with nothing else. */
class TakenAwayTest {

    private static final int BOB = 4711;
    private static final int CAROL = 4712;
    private static final String COLOUR = "user.colour";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void furnish() {
        bench = new Bench(directory);
    }

    private Attempt apply(FileAction action) {
        return applyWith(bench.kept, action);
    }

    private Attempt applyWith(Backups backups, FileAction action) {
        return new MirroredFiles(bench, backups, bench.rules(1 << 20), bench.repository, Bench.NO_PROGRAMS)
                .apply(List.of(action), Progress.SILENT);
    }

    private void done(FileAction action) {
        assertEquals(new Attempt.Ran(), apply(action));
    }

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    /** A file that somebody may read whom its list names, and whose group may nothing. */
    private Path letting(int user, String below) throws IOException {
        var file = bench.put(below, "held");
        AccessLists.put(file, AccessLists.letting(user));
        AttributeCalls.set(file, COLOUR, "red".getBytes(StandardCharsets.UTF_8));
        assertEquals(0660, Bench.mode(file));
        return file;
    }

    private Delete delete(String below) {
        return new Delete(bench.target(below));
    }

    /** As undo writes it: of content of which the repository knows nothing. */
    private Write back(String below, String mode) {
        return new Write(
                bench.target(below),
                new TwinPath("filesystem/gone"),
                Bench.digest("held".getBytes(StandardCharsets.UTF_8)),
                new FileMode(mode),
                bench.owner(),
                bench.group());
    }

    private Write back(String below) {
        return back(below, "0660");
    }

    private void assertLets(int user, Path file) throws IOException {
        assertArrayEquals(AccessLists.letting(user), AttributeCalls.value(file, AccessLists.NAME));
        assertEquals("red", new String(AttributeCalls.value(file, COLOUR), StandardCharsets.UTF_8));
        assertEquals("held", Files.readString(file));
        assertEquals(0660, Bench.mode(file));
    }

    @Test
    void nothing_is_kept_of_what_was_not_taken_away_after_all() throws IOException {
        var file = letting(BOB, "busy");
        var failed = assertThrows(
                IOException.class,
                () -> new Keepsake(bench.kept).takeAway(file, () -> {
                    throw new IOException("Device or resource busy");
                }));
        assertEquals("Device or resource busy", failed.getMessage());
        assertEquals(Optional.empty(), bench.kept.findBeside(bench.target("busy")));
        assertLets(BOB, file);
    }

    private static void assertHasNothingSet(Path file) throws IOException {
        assertEquals(List.of(), AttributeCalls.names(file));
    }

    @Test
    void a_file_that_was_deleted_comes_back_with_its_list_and_attributes() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        assertFalse(Files.exists(file));
        done(back("x"));
        assertLets(BOB, file);
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void a_file_that_gave_way_to_a_link_comes_back_with_them_too() throws IOException {
        var file = letting(BOB, "x");
        done(new Link(bench.target("x"), new LinkTarget("/nowhere")));
        done(back("x"));
        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
        assertLets(BOB, file);
    }

    @Test
    void a_file_that_gave_way_to_a_folder_comes_back_with_them_too() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        done(new MakeDirectory(bench.target("x"), new FileMode("0755"), bench.owner(), bench.group()));
        done(new DeleteDirectory(bench.target("x")));
        done(back("x"));
        assertLets(BOB, file);
    }

    @Test
    void of_files_with_the_same_content_each_gets_its_own_list_and_who_had_none_gets_none() throws IOException {
        letting(BOB, "of-bob");
        letting(CAROL, "of-carol");
        bench.put("of-nobody", "held", "rw-rw----");
        for (String name : List.of("of-bob", "of-nobody", "of-carol")) {
            done(delete(name));
        }
        for (String name : List.of("of-carol", "of-bob", "of-nobody")) {
            done(back(name));
        }
        assertLets(BOB, bench.at("of-bob"));
        assertLets(CAROL, bench.at("of-carol"));
        assertHasNothingSet(bench.at("of-nobody"));
    }

    @Test
    void the_last_one_that_was_taken_away_counts_also_where_nothing_was_set_on_it() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        letting(CAROL, "x");
        done(delete("x"));
        done(back("x"));
        assertLets(CAROL, file);

        done(delete("x"));
        bench.put("x", "held", "rw-rw----");
        done(delete("x"));
        done(back("x"));
        assertHasNothingSet(file);
    }

    @Test
    void only_what_is_as_it_was_gets_them() throws IOException {
        letting(BOB, "x");
        done(delete("x"));
        done(bench.write("x", "other", "0660"));
        assertHasNothingSet(bench.at("x"));

        letting(BOB, "y");
        done(delete("y"));
        done(back("y", "0640"));
        assertHasNothingSet(bench.at("y"));
    }

    /** Rights that somebody took from a file do not come again because its content does. */
    @Test
    void what_was_written_there_since_ends_it() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        done(back("x"));
        Files.delete(file);
        done(back("x"));
        assertHasNothingSet(file);

        letting(BOB, "y");
        done(delete("y"));
        done(bench.write("y", "other", "0660"));
        Files.delete(bench.at("y"));
        done(back("y"));
        assertHasNothingSet(bench.at("y"));
    }

    @Test
    void a_file_that_stands_there_again_has_what_it_has() throws IOException {
        letting(BOB, "x");
        done(delete("x"));
        var file = letting(CAROL, "x");
        done(back("x"));
        assertLets(CAROL, file);
    }

    @Test
    void what_an_older_twin_took_away_comes_back_without_as_it_did() throws IOException {
        var file = letting(BOB, "x");
        bench.kept.keep(
                back("x").digest(),
                new ByteArrayInputStream("held".getBytes(StandardCharsets.UTF_8))); // and nothing beside it
        Files.delete(file);
        done(back("x"));
        assertHasNothingSet(file);
        assertEquals(0660, Bench.mode(file));
    }

    private Path keptFolder() {
        return bench.root.resolveSibling("kept");
    }

    private Path place(String below) throws IOException {
        return Path.of(bench.kept.findBeside(bench.target(below)).orElseThrow().place());
    }

    @Test
    void nobody_else_may_look_at_what_is_kept() throws IOException {
        letting(BOB, "x");
        done(delete("x"));
        assertEquals(0700, Bench.mode(place("x").getParent()));
        assertEquals(0600, Bench.mode(place("x")));
        assertTrue(place("x").startsWith(keptFolder()));
    }

    /** As somebody would see it who looks at the moment when the file gets its name. */
    @Test
    void what_cannot_be_given_back_gives_nobody_the_file_without_it_and_the_way_out_is_told() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        var stat = Stat.of(bench.put("x", "held")).orElseThrow();
        Files.delete(file);
        var likeness = TakenFile.likeness(back("x").digest(), new FileMode("0660"), stat);
        var foreign = new TakenFile(likeness, new Extras(Map.of("nonsense.x", new byte[] {1})));
        bench.kept.keepBeside(bench.target("x"), foreign.bytes());

        var reason = refused(apply(back("x")));
        assertTrue(reason.contains("could not be given back: nonsense.x: Operation not supported"), reason);
        assertTrue(reason.endsWith("delete " + place("x")), reason);
        assertFalse(Files.exists(file));
        assertEquals(List.of(), bench.leftovers());

        Files.delete(place("x"));
        done(back("x"));
        assertHasNothingSet(file);
    }

    @Test
    void what_a_disk_damaged_is_not_taken_for_nothing() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        var bytes = Files.readAllBytes(place("x"));
        var place = place("x");
        bytes[bytes.length - 1] ^= 1;
        Files.write(place, bytes);
        assertTrue(
                refused(apply(back("x"))).endsWith("is damaged; to have the file back without that, delete " + place));
        assertFalse(Files.exists(file));
    }

    @Test
    void what_another_form_of_it_says_is_like_no_file() throws IOException {
        var file = letting(BOB, "x");
        done(delete("x"));
        bench.kept.keepBeside(bench.target("x"), new TakenFile("2 whatever", new Extras(Map.of())).bytes());
        done(back("x"));
        assertHasNothingSet(file);
    }

    /** As the kept content is, but for what is done when something besides is to be kept. */
    private Backups whenKept(Path file, boolean fails) {
        return new Backups() {
            @Override
            public void keep(Digest digest, InputStream content) throws IOException {
                bench.kept.keep(digest, content);
            }

            @Override
            public Optional<InputStream> find(Digest digest) throws IOException {
                return bench.kept.find(digest);
            }

            @Override
            public void keepBeside(TargetPath target, byte[] what) throws IOException {
                if (fails) {
                    throw new IOException("No space left on device");
                }
                AttributeCalls.set(file, COLOUR, "blue".getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public Optional<Beside> findBeside(TargetPath target) {
                return Optional.empty();
            }

            @Override
            public void forgetBeside(TargetPath target) {}
        };
    }

    @Test
    void what_cannot_be_kept_is_left_as_it_is() throws IOException {
        var file = letting(BOB, "x");
        for (FileAction action : List.of(delete("x"), new Link(bench.target("x"), new LinkTarget("/nowhere")))) {
            var reason = refused(applyWith(whenKept(file, true), action));
            assertTrue(reason.contains("could not be kept for undo"), reason);
            assertLets(BOB, file);
        }
    }

    @Test
    void a_file_on_which_something_is_set_while_that_is_kept_is_left_as_it_is() throws IOException {
        var file = letting(BOB, "x");
        assertTrue(refused(applyWith(whenKept(file, false), delete("x"))).contains("being changed while twin kept"));
        assertTrue(Files.exists(file));
    }

    private void pass(long days) throws IOException {
        for (Path folder : List.of(keptFolder(), keptFolder().resolve("attributes"))) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    var before = Files.getLastModifiedTime(file).toInstant();
                    Files.setLastModifiedTime(file, FileTime.from(before.minus(Duration.ofDays(days))));
                }
            }
        }
    }

    private boolean isThere(String below) throws IOException {
        var content = bench.kept.find(back(below).digest());
        if (content.isPresent()) {
            content.get().close();
        }
        var beside = bench.kept.findBeside(bench.target(below)).isPresent();
        assertEquals(content.isPresent(), beside);
        return beside;
    }

    @Test
    void it_is_forgotten_with_the_content_and_no_sooner_than_anybody_asked_for() throws IOException {
        letting(BOB, "x");
        var year = new KeptContent(keptFolder(), 365);
        assertEquals(new Attempt.Ran(), applyWith(year, delete("x")));
        pass(200);
        assertEquals(0, new KeptContent(keptFolder(), 7).prune(Instant.now()));
        assertTrue(isThere("x"));
        pass(166);
        assertEquals(1, new KeptContent(keptFolder(), 7).prune(Instant.now()));
        assertFalse(isThere("x"));
        assertEquals(List.of(keptFolder().resolve("attributes")), list(keptFolder()));
        assertEquals(List.of(), list(keptFolder().resolve("attributes")));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** It clears up in the outer folder alone, and does not know the other one. */
    @Test
    void an_older_twin_that_clears_up_leaves_it_alone() throws IOException {
        letting(BOB, "x");
        done(delete("x"));
        pass(400);
        assertEquals(1, new Forgetting(keptFolder(), 7, Instant.now()).prune());
        assertTrue(bench.kept.findBeside(bench.target("x")).isPresent());
    }

    @Test
    void a_link_in_place_of_what_is_kept_is_not_followed() throws IOException {
        letting(BOB, "x");
        done(delete("x"));
        var place = place("x");
        Files.move(place, directory.resolve("outside"));
        Files.createSymbolicLink(place, directory.resolve("outside"));
        assertTrue(refused(apply(back("x"))).contains("is not a file but a link"));
    }
}

package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.Progress;
import dev.twinsync.port.WishedContent;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replacing a file must never do, tried on a directory of its own as whoever runs the test. */
class ReplacementTest {

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

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    /** Content during whose reading something happens on the machine. */
    @FunctionalInterface
    private interface Event {
        void happen() throws IOException;
    }

    private WishedContent meanwhile(Event event) {
        return path -> new FilterInputStream(bench.open(path)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read < 0) {
                    event.happen();
                }
                return read;
            }
        };
    }

    private Attempt applyMeanwhile(FileAction action, Event event) {
        return bench.files(meanwhile(event), Bench.NO_PROGRAMS).apply(List.of(action), Progress.SILENT);
    }

    @Test
    void content_is_kept_byte_for_byte_whatever_it_is() throws Exception {
        var bytes = new byte[200_001];
        new Random(1).nextBytes(bytes);
        bytes[7] = 0;
        bytes[8] = (byte) 0xff;
        var target = bench.target("bin");
        var place = new TwinPath("filesystem/bin");
        var write = new Write(target, place, Bench.digest(bytes), new FileMode("0644"), bench.owner(), bench.group());
        var files = bench.files(_ -> new ByteArrayInputStream(bytes), Bench.NO_PROGRAMS);
        assertEquals(new Attempt.Ran(), files.apply(List.of(write), Progress.SILENT));
        assertArrayEquals(bytes, Files.readAllBytes(bench.at("bin")));
        assertArrayEquals(bytes, files.open(target).readAllBytes());
    }

    @Test
    void set_user_id_and_sticky_bits_are_kept() throws Exception {
        apply(bench.write("tool", "x", "4755"));
        apply(new MakeDirectory(bench.target("box"), new FileMode("3775"), bench.owner(), bench.group()));
        assertEquals(04755, Bench.mode(bench.at("tool")));
        assertEquals(03775, Bench.mode(bench.at("box")));
    }

    @Test
    void nobody_else_can_read_the_new_content_before_it_is_complete() throws Exception {
        coloured("x");
        var modes = new ArrayList<Integer>();
        var files = bench.files(meanwhile(() -> modes.add(modeOfLeftover())), Bench.NO_PROGRAMS);
        assertEquals(new Attempt.Ran(), files.apply(List.of(bench.write("x", "new", "0644")), Progress.SILENT));
        assertEquals(List.of(0600), modes, "while reading");
        assertEquals(0644, Bench.mode(bench.at("x")));
    }

    private Path coloured(String below) throws IOException {
        var file = bench.put(below, "old");
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("colour", ByteBuffer.wrap("red".getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    @Test
    void for_attributes_no_program_is_asked() throws Exception {
        coloured("x");
        var commands = new ScriptedCommands();
        var attempt = bench.files(commands).apply(List.of(bench.write("x", "new", "0644")), Progress.SILENT);
        assertEquals(new Attempt.Ran(), attempt);
        assertEquals(List.of(), commands.lines());
    }

    private int modeOfLeftover() {
        try {
            return Bench.mode(bench.leftovers().getFirst());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void content_that_is_not_the_planned_one_never_gets_the_name() throws Exception {
        bench.put("x", "old");
        var planned = bench.write("x", "planned", "0644");
        var files = bench.files(_ -> new ByteArrayInputStream("swapped".getBytes()), Bench.NO_PROGRAMS);
        var reason = refused(files.apply(List.of(planned), Progress.SILENT));
        assertTrue(reason.contains("not the one that the plan was made for"), reason);
        assertEquals("old", Files.readString(bench.at("x")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void content_with_a_private_key_is_refused() throws Exception {
        var reason = refused(apply(bench.write("x", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc", "0644")));
        assertTrue(reason.contains("private key"), reason);
        assertFalse(Files.exists(bench.at("x")));
    }

    @Test
    void content_that_breaks_off_leaves_the_old_and_nothing_beside_it() throws Exception {
        bench.put("x", "old");
        var reason = refused(applyMeanwhile(bench.write("x", "new", "0644"), () -> {
            throw new IOException("the disk of the repository is gone");
        }));
        assertEquals("the disk of the repository is gone", reason);
        assertEquals("old", Files.readString(bench.at("x")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void an_attribute_that_cannot_be_carried_over_is_told_with_its_name_and_the_reason() throws Exception {
        var old = coloured("x");
        var reason = assertThrows(Refusal.class, () -> Extras.carry(old, bench.at("missing")))
                .getMessage();
        assertTrue(reason.endsWith("carried over: user.colour: No such file or directory"), reason);
    }

    @Test
    void where_a_file_system_has_none_there_are_none() throws IOException {
        var file = bench.put("x", "held");
        var none = Extras.of(file, _ -> {
            throw new AttributeCalls.NotSupported("Operation not supported");
        });
        assertTrue(none.isEmpty());
        var elsewhere = Path.of("/proc/self/status");
        assertThrows(
                AttributeCalls.NotSupported.class, () -> AttributeCalls.set(elsewhere, "user.colour", new byte[] {1}));
    }

    @Test
    void extended_attributes_are_those_of_the_old_file() throws Exception {
        var target = coloured("x\\y");
        assertEquals(new Attempt.Ran(), apply(bench.write("x\\y", "new", "0644")));
        assertEquals("new", Files.readString(target));
        assertEquals("red", new String(AttributeCalls.value(target, "user.colour"), StandardCharsets.UTF_8));
    }

    /** Without it the group would have the rights of the mask, which are there for the user whom the list names. */
    @Test
    void an_access_control_list_is_kept_where_no_program_for_it_is_installed() throws Exception {
        var target = bench.put("x", "old");
        var list = AccessLists.of(4711, 0x01, 6, 0x02, 6, 0x04, 4, 0x10, 6, 0x20, 0);
        AccessLists.put(target, list);
        assertEquals(0660, Bench.mode(target));
        assertEquals(new Attempt.Ran(), apply(bench.write("x", "new", "0660")));
        assertEquals("new", Files.readString(target));
        assertArrayEquals(list, AttributeCalls.value(target, AccessLists.NAME));
    }

    @Test
    void a_link_that_appears_at_the_target_meanwhile_is_replaced_and_not_followed() throws Exception {
        var outside = Files.writeString(directory.resolve("outside"), "untouched");
        bench.put("x", "old");
        assertEquals(new Attempt.Ran(), applyMeanwhile(bench.write("x", "new", "0644"), () -> {
            Files.delete(bench.at("x"));
            Files.createSymbolicLink(bench.at("x"), outside);
        }));
        assertEquals("untouched", Files.readString(outside));
        assertTrue(Files.isRegularFile(bench.at("x"), LinkOption.NOFOLLOW_LINKS));
        assertEquals("new", Files.readString(bench.at("x")));
    }

    @Test
    void a_target_that_flips_between_file_and_link_never_leads_outside() throws Exception {
        var outside = Files.writeString(directory.resolve("outside"), "untouched");
        bench.put("x", "old");
        var flips = Thread.ofPlatform().start(() -> flip(bench.at("x"), outside));
        for (int round = 0; round < 200; round++) {
            apply(bench.write("x", "new " + round, "0644"));
            apply(new SetAttributes(bench.target("x"), new FileMode("0666"), bench.owner(), bench.group()));
        }
        flips.interrupt();
        flips.join();
        assertEquals("untouched", Files.readString(outside));
        assertEquals(0, Bench.mode(outside) & 0022);
    }

    @Test
    void a_mode_is_never_set_through_a_link_although_java_would() throws Exception {
        var outside = bench.put("outside", "untouched");
        var link = Files.createSymbolicLink(bench.at("l"), outside);
        for (String mode : List.of("0666", "4777")) {
            var dress = new Dress(new FileMode(mode), Optional.empty(), Optional.empty());
            assertThrows(Exception.class, () -> dress.put(link));
            assertEquals(0644, Bench.mode(outside));
        }
    }

    @Test
    void content_is_never_read_through_a_link_that_was_a_file_a_moment_ago() throws Exception {
        bench.put("x", "content");
        var met = Candidate.of(
                bench.target("x"), bench.at("x"), Stat.of(bench.at("x")).orElseThrow(), new Accounts());
        Files.move(bench.at("x"), bench.at("y"));
        Files.createSymbolicLink(bench.at("x"), bench.at("y"));
        assertThrows(IOException.class, () -> met.read(KnownContent.NONE));
    }

    @Test
    void content_that_changes_while_it_is_read_is_not_taken_for_content() throws Exception {
        bench.put("x", "content");
        var met = Candidate.of(
                bench.target("x"), bench.at("x"), Stat.of(bench.at("x")).orElseThrow(), new Accounts());
        Files.writeString(bench.at("x"), "content, longer");
        assertThrows(Unsteady.class, () -> met.read(KnownContent.NONE));
    }

    private void flip(Path target, Path outside) {
        var link = directory.resolve("link");
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, outside);
                Files.move(link, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void a_directory_that_appears_at_the_target_meanwhile_stays_with_what_is_in_it() throws Exception {
        refused(applyMeanwhile(bench.write("x", "new", "0644"), () -> bench.put("x/inner", "kept")));
        assertEquals("kept", Files.readString(bench.at("x/inner")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void a_parent_that_is_a_link_is_refused_for_every_action() throws Exception {
        bench.put("real/victim", "untouched");
        Files.createDirectory(bench.at("real/empty"));
        Files.createSymbolicLink(bench.at("way"), bench.at("real"));
        for (FileAction action : actionsAt("way/victim", "way/empty")) {
            assertTrue(refused(apply(action)).contains("is a symbolic link"), action::toString);
        }
        assertEquals("untouched", Files.readString(bench.at("real/victim")));
        assertEquals(0644, Bench.mode(bench.at("real/victim")));
        assertTrue(Files.isDirectory(bench.at("real/empty")));
    }

    private List<FileAction> actionsAt(String file, String folder) {
        var mode = new FileMode("0777");
        return List.of(
                bench.write(file, "attack", "0644"),
                new Link(bench.target(file), new LinkTarget("/")),
                new SetAttributes(bench.target(file), mode, bench.owner(), bench.group()),
                new MakeDirectory(bench.target(folder), mode, bench.owner(), bench.group()),
                new Delete(bench.target(file)),
                new DeleteDirectory(bench.target(folder)));
    }

    @Test
    void a_parent_to_which_everybody_may_write_is_refused_unless_it_is_sticky() throws Exception {
        var open = Files.createDirectory(bench.at("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(refused(apply(bench.write("open/x", "new", "0644"))).contains("everybody may write"));
        Files.setAttribute(open, "unix:mode", 01777);
        assertEquals(new Attempt.Ran(), apply(bench.write("open/x", "new", "0644")));
    }

    @Test
    void missing_parents_are_made_readable_by_all() throws Exception {
        assertEquals(new Attempt.Ran(), apply(bench.write("p/q/x", "new", "0600")));
        assertEquals(0755, Bench.mode(bench.at("p")));
        assertEquals(0755, Bench.mode(bench.at("p/q")));
    }

    @Test
    void a_file_with_a_second_name_is_neither_replaced_nor_changed() throws Exception {
        bench.put("x", "old");
        Files.createLink(bench.at("second"), bench.at("x"));
        assertTrue(refused(apply(bench.write("x", "new", "0644"))).contains("2 names"));
        var set = new SetAttributes(bench.target("x"), new FileMode("0600"), bench.owner(), bench.group());
        assertTrue(refused(apply(set)).contains("2 names"));
        assertEquals("old", Files.readString(bench.at("second")));
    }

    @Test
    void a_socket_is_left_alone_by_every_action() throws Exception {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(bench.at("s")));
            for (FileAction action : actionsAt("s", "s")) {
                refused(apply(action));
            }
            assertTrue(Files.exists(bench.at("s")));
        }
    }

    @Test
    void a_directory_that_is_not_empty_stays() throws Exception {
        bench.put("d/x", "kept");
        assertTrue(refused(apply(new DeleteDirectory(bench.target("d")))).contains("is not empty"));
        assertEquals("kept", Files.readString(bench.at("d/x")));
    }

    @Test
    void deleting_a_link_leaves_what_it_leads_to() throws Exception {
        bench.put("d/x", "kept");
        Files.createSymbolicLink(bench.at("l"), bench.at("d"));
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("l"))));
        assertEquals("kept", Files.readString(bench.at("d/x")));
    }

    @Test
    void what_is_deleted_already_is_no_failure() {
        assertEquals(new Attempt.Ran(), apply(new Delete(bench.target("nothing/there"))));
        assertEquals(new Attempt.Ran(), apply(new DeleteDirectory(bench.target("nothing"))));
    }

    @Test
    void the_repository_is_out_of_bounds() throws Exception {
        bench.put("repository/state/x", "kept");
        assertTrue(
                refused(apply(bench.write("repository/.config", "x", "0644"))).contains("own repository"));
        assertTrue(
                refused(apply(new Delete(bench.target("repository/state/x")))).contains("own repository"));
    }

    @Test
    void a_place_of_secrets_is_refused_although_a_plan_says_so() throws Exception {
        bench.put(".netrc", "secret");
        assertTrue(refused(apply(bench.write(".netrc", "x", "0600"))).contains("secrets are kept there"));
        assertTrue(refused(apply(new Delete(bench.target(".netrc")))).contains("secrets are kept there"));
        assertEquals("secret", Files.readString(bench.at(".netrc")));
    }

    @Test
    void an_account_that_is_not_there_is_named_and_the_old_stays() throws Exception {
        bench.put("x", "old");
        var planned = bench.write("x", "new", "0644");
        var write = new Write(
                planned.path(),
                planned.twinPath(),
                planned.digest(),
                planned.mode(),
                new AccountName("nobody-knows"),
                bench.group());
        assertEquals("this machine has no user nobody-knows", refused(apply(write)));
        assertEquals("old", Files.readString(bench.at("x")));
        assertEquals(List.of(), bench.leftovers());
    }

    @Test
    void what_a_crash_left_beside_the_target_is_removed_by_the_next_write() throws Exception {
        Files.writeString(Replacement.beside(bench.at("x")), "half");
        assertEquals(new Attempt.Ran(), apply(bench.write("x", "new", "0644")));
        assertEquals(List.of(), bench.leftovers());
        assertEquals("new", Files.readString(bench.at("x")));
    }

    @Test
    void a_name_as_long_as_the_file_system_allows_can_be_written() throws Exception {
        var name = "n".repeat(255);
        assertEquals(new Attempt.Ran(), apply(bench.write(name, "new", "0644")));
        assertEquals("new", Files.readString(bench.at(name)));
    }

    @Test
    void names_that_look_like_options_or_patterns_are_names() throws Exception {
        for (String name : List.of("-rf", "a b", "*", "é", "日本", "x\\x2dy", "$(id)", "…")) {
            assertEquals(new Attempt.Ran(), apply(bench.write(name, name, "0644")), name);
            assertEquals(name, Files.readString(bench.at(name)));
        }
    }

    @Test
    void a_locale_without_names_refuses_instead_of_guessing() {
        var files = new MirroredFiles(
                bench,
                bench.kept,
                bench.rules(1),
                bench.repository,
                Bench.NO_PROGRAMS,
                KnownContent.NONE,
                UnitReload.NONE,
                "ANSI_X3.4-1968");
        assertTrue(refused(files.apply(List.of(bench.write("x", "new", "0644")), Progress.SILENT))
                .contains("LC_ALL=C.UTF-8"));
    }

    @Test
    void no_secret_is_opened_and_a_private_key_ends_the_reading() throws Exception {
        bench.put(".netrc", "secret");
        bench.put("key.pem", "x".repeat(70_000) + "-----BEGIN RSA PRIVATE KEY-----");
        Files.createSymbolicLink(bench.at("l"), bench.put("x", "content"));
        assertTrue(failure(".netrc").contains("secrets are kept there"));
        assertTrue(failure("key.pem").contains("private key"));
        assertTrue(failure("l").contains("is not a file"));
        assertTrue(failure("l/x").contains("is not a file"));
        assertEquals("content", new String(bench.files().open(bench.target("x")).readAllBytes()));
    }

    private String failure(String below) {
        try (InputStream content =
                bench.files().open(new TargetPath(bench.at(below).toString()))) {
            content.readAllBytes();
            throw new AssertionError(below + " was opened");
        } catch (IOException refused) {
            return refused.getMessage();
        }
    }
}

package dev.twinsync.os.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.os.Self;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a program may lie. */
class PluginFoldersTest {

    private static final ProgramName TOY = new ProgramName("toy");
    private static final int NOBODY = 65534;

    @TempDir
    private Path temporary;

    private Path top;
    private Path ofRoot;
    private Path ofUser;

    @BeforeEach
    void folders() throws IOException {
        top = temporary.toRealPath();
        ofRoot = folder("lib/twin/plugins");
        ofUser = folder("home/plugins");
    }

    private Path folder(String name) throws IOException {
        var folder = Files.createDirectories(top.resolve(name));
        for (Path each = folder; each.startsWith(top); each = each.getParent()) {
            permit(each, "rwxr-xr-x");
        }
        return folder;
    }

    private static void permit(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static Path program(Path folder, String text) throws IOException {
        var file = Files.writeString(folder.resolve("toy"), text);
        permit(file, "rwxr-xr-x");
        return file;
    }

    private PluginFolders folders(int user, int root) {
        return new PluginFolders(List.of(ofRoot), Optional.of(ofUser), user, root, top);
    }

    private PluginFolders own() {
        int self = Self.ofThisProcess().uid();
        return folders(self, self);
    }

    private String refusal(PluginFolders folders) {
        return assertThrows(IOException.class, () -> folders.find(TOY)).getMessage();
    }

    @Test
    void it_is_found_with_its_digest_and_roots_comes_first() throws IOException {
        var mine = program(ofUser, "mine");
        var found = own().find(TOY);
        assertEquals(mine, found.path());
        assertEquals(Sha256.of("mine".getBytes(StandardCharsets.UTF_8)), found.digest());
        assertFalse(found.isOfRoot());
        var roots = program(ofRoot, "roots");
        assertEquals(roots, own().find(TOY).path());
        assertTrue(own().find(TOY).isOfRoot());
    }

    @Test
    void what_is_nowhere_is_told_with_the_folders() {
        var words = refusal(own());
        assertTrue(words.contains(ofRoot.toString()) && words.contains(ofUser.toString()), words);
    }

    @Test
    void what_others_may_write_to_is_not_started() throws IOException {
        var file = program(ofUser, "mine");
        for (String mode : List.of("rwxrwxrwx", "rwxr-xrwx")) {
            permit(file, mode);
            assertTrue(refusal(own()).contains("chmod go-w"), refusal(own()));
        }
        permit(file, "rwxr-xr-x");
        for (Path folder : List.of(ofUser, ofUser.getParent(), top)) {
            permit(folder, "rwxrwxrwx");
            assertTrue(refusal(own()).contains("others than its owner may put files into " + folder));
            permit(folder, "rwxr-xr-x");
        }
        assertEquals(file, own().find(TOY).path());
    }

    @Test
    void what_belongs_to_somebody_else_is_not_started() throws IOException {
        program(ofUser, "mine");
        assertTrue(refusal(folders(NOBODY, NOBODY)).contains("is not started"));
    }

    @Test
    void one_in_roots_folder_that_is_wrong_does_not_give_way_to_the_users() throws IOException {
        program(ofUser, "mine");
        permit(program(ofRoot, "roots"), "rwxrwxrwx");
        assertTrue(refusal(own()).contains("chmod go-w " + ofRoot));
    }

    @Test
    void a_link_a_folder_and_what_may_not_be_run_are_no_programs() throws IOException {
        Files.createSymbolicLink(ofUser.resolve("toy"), Path.of("/bin/true"));
        assertTrue(refusal(own()).contains("is no program"));
        Files.delete(ofUser.resolve("toy"));
        Files.createDirectory(ofUser.resolve("toy"));
        assertTrue(refusal(own()).contains("is no program"));
        Files.delete(ofUser.resolve("toy"));
        permit(program(ofUser, "mine"), "rw-r--r--");
        assertTrue(refusal(own()).contains("is no program"));
    }

    @Test
    void a_folder_that_is_a_link_is_none() throws IOException {
        program(ofUser, "mine");
        var moved = Files.move(ofUser, top.resolve("elsewhere"));
        Files.createSymbolicLink(ofUser, moved);
        assertTrue(refusal(own()).contains("which is no folder of its own"), refusal(own()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../toy", "/bin/sh", "a/b", "-toy", "toy;x", "Toy", "toy ", "toy\n", ".toy"})
    void a_name_is_a_bare_word(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ProgramName(name));
    }
}

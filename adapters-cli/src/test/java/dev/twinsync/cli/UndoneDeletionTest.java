package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.Backups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that a run took away, and a later one brings back. */
class UndoneDeletionTest extends FilesOnly {

    private static final byte[] RED = "red".getBytes(StandardCharsets.UTF_8);

    private void coloured() throws IOException {
        Files.writeString(motd, "of the day");
        Files.setPosixFilePermissions(motd, PosixFilePermissions.fromString("rw-r-----"));
        Files.setAttribute(motd, "user:colour", RED);
    }

    private void wishInstead(String lines) throws IOException {
        Files.writeString(repo.resolve("state/files.yaml"), "files:\n  - {path: " + motd + ", " + lines + "}\n");
        twin("plan");
        ok("apply --yes");
        assertFalse(Files.isRegularFile(motd, LinkOption.NOFOLLOW_LINKS));
    }

    private void undo() {
        twin("undo");
        ok("apply --yes");
    }

    private void assertIsAsItWas() throws IOException {
        assertEquals("of the day", Files.readString(motd));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(motd)));
        assertArrayEquals(RED, (byte[]) Files.getAttribute(motd, "user:colour"));
    }

    private List<String> set() throws IOException {
        return Files.getFileAttributeView(motd, UserDefinedFileAttributeView.class)
                .list();
    }

    @Test
    void it_has_what_was_set_on_it_as_often_as_it_goes_and_comes() throws IOException {
        coloured();
        wishInstead("ensure: absent");
        undo();
        assertIsAsItWas();
        undo();
        assertFalse(Files.exists(motd));
        undo();
        assertIsAsItWas();
    }

    @Test
    void it_has_what_was_set_on_it_when_it_gave_way_to_a_link() throws IOException {
        coloured();
        wishInstead("type: symlink, target: /nowhere");
        undo();
        assertIsAsItWas();
    }

    /** As a run of an older twin left it, which kept content alone. */
    @Test
    void without_what_was_kept_beside_it_it_comes_back_all_the_same() throws IOException {
        coloured();
        wishInstead("ensure: absent");
        var file = new TargetPath(motd.toString());
        var backups = StateFolder.ofThisProcess().backups(Backups.USUAL_DAYS);
        assertTrue(backups.findBeside(file).isPresent());
        backups.forgetBeside(file);
        undo();
        assertTrue(Files.isRegularFile(motd));
        assertEquals(List.of(), set());
    }
}

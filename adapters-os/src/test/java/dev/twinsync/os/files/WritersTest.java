package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritersTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_file() throws IOException {
        file = Files.writeString(folder.resolve("file"), "x");
    }

    private boolean isOwnerAlone(String mode, String passwd, String group) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        var stat = Stat.of(file).orElseThrow();
        Files.writeString(folder.resolve("passwd"), filled(passwd, stat));
        Files.writeString(folder.resolve("group"), filled(group, stat));
        return new Writers(folder).isOwnerAlone(file, stat);
    }

    /** U is who owns the file, and G its group. */
    private static String filled(String rows, Stat stat) {
        return rows.replace("U", Integer.toUnsignedString(stat.uid()))
                        .replace("G", Integer.toUnsignedString(stat.gid()))
                        .replace(" ", "\n")
                + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "true,  rw-rw-r--, alice:x:U:G::/:/bin/sh, alice:x:G:",
        "true,  rw-rw-r--, alice:x:U:G::/:/bin/sh, alice:x:G:alice",
        "true,  rw-rw-r--, alice:x:U:G::/:/bin/sh also:x:U:G::/:/bin/sh, alice:x:G:also",
        "true,  rw-r--r--, '', ''",
        "true,  rw-r--r--, alice:x:U:G::/:/bin/sh, staff:x:G:bob",
        "false, rw-rw-r--, alice:x:U:G::/:/bin/sh, alice:x:G:bob",
        "false, rw-rw-r--, alice:x:U:G::/:/bin/sh, alice:x:G: admins:x:G:bob",
        "false, rw-rw-r--, alice:x:U:G::/:/bin/sh bob:x:65001:G::/:/bin/sh, alice:x:G:",
        "false, rw-rw-r--, alice:x:65001:G::/:/bin/sh, alice:x:G:",
        "false, rw-rw-r--, alice:x:U:G::/:/bin/sh, alice:x:65001:",
        "false, rw-rw-r--, alice:x:U:65001::/:/bin/sh, adm:x:G:",
        "false, rw-rw-r--, alice:x:U:G::/:/bin/sh, alice:x:G",
        "false, rw-rw-r--, '', ''",
        "false, rw-r--rw-, alice:x:U:G::/:/bin/sh, alice:x:G:",
    })
    void a_group_that_nobody_else_is_in_is_no_other_writer(boolean alone, String mode, String passwd, String group)
            throws IOException {
        assertEquals(alone, isOwnerAlone(mode, passwd, group));
    }

    @Test
    void who_is_not_known_is_not_trusted() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        var stat = Stat.of(file).orElseThrow();
        assertFalse(new Writers(folder.resolve("nowhere")).isOwnerAlone(file, stat));
    }

    /** The bits of the group are no more than the upper limit of such a list, which may name anybody. */
    @Test
    void an_access_control_list_may_name_others() throws IOException {
        assertTrue(isOwnerAlone("rw-rw-r--", "alice:x:U:G::/:/bin/sh", "alice:x:G:"));
        Files.setAttribute(file, "user:note", "x".getBytes());
        assertFalse(isOwnerAlone("rw-rw-r--", "alice:x:U:G::/:/bin/sh", "alice:x:G:"));
    }
}

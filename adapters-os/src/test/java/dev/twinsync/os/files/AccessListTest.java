package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.port.KnownContent;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may be once its access control list is gone. */
class AccessListTest {

    private static final int OWNER = 0x01;
    private static final int USER = 0x02;
    private static final int OWN_GROUP = 0x04;
    private static final int GROUP = 0x08;
    private static final int MASK = 0x10;
    private static final int OTHERS = 0x20;

    @TempDir
    private Path folder;

    /** @param entries tag and rights, in turn */
    private static byte[] list(int... entries) {
        var bytes = ByteBuffer.allocate(4 + entries.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(2);
        for (int at = 0; at < entries.length; at += 2) {
            boolean named = entries[at] == USER || entries[at] == GROUP;
            bytes.putShort((short) entries[at])
                    .putShort((short) entries[at + 1])
                    .putInt(named ? 4711 : -1);
        }
        return bytes.array();
    }

    private static String without(String mode, int... entries) {
        return AccessList.parse(list(entries))
                .orElseThrow()
                .modeWithout(new FileMode(mode))
                .text();
    }

    @Test
    void the_group_gets_its_own_rights_and_not_the_mask() {
        assertEquals("0640", without("0660", OWNER, 6, USER, 6, OWN_GROUP, 4, MASK, 6, OTHERS, 0));
        assertEquals("2750", without("2770", OWNER, 7, GROUP, 7, OWN_GROUP, 5, MASK, 7, OTHERS, 0));
    }

    @Test
    void the_mask_limits_the_group_and_whom_the_list_names() {
        assertEquals("0644", without("0646", OWNER, 6, USER, 6, OWN_GROUP, 6, MASK, 4, OTHERS, 6));
    }

    @Test
    void whom_the_list_shuts_out_does_not_come_in_as_one_of_the_group_or_of_the_others() {
        assertEquals("0600", without("0664", OWNER, 6, USER, 0, OWN_GROUP, 6, MASK, 6, OTHERS, 4));
        assertEquals("0660", without("0664", OWNER, 6, GROUP, 0, OWN_GROUP, 6, MASK, 6, OTHERS, 4));
    }

    @Test
    void what_is_in_another_form_is_no_list() {
        assertEquals(Optional.empty(), AccessList.parse(new byte[] {3, 0, 0, 0}));
        assertEquals(Optional.empty(), AccessList.parse(new byte[] {2}));
    }

    @Test
    void a_file_with_a_list_is_seen_with_what_it_is_without_it() throws Throwable {
        var path = folder.toRealPath().resolve("shared");
        Files.writeString(path, "content");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(Optional.empty(), seen(path).modeWithoutList());

        assumeTrue(
                set(path, list(OWNER, 6, USER, 6, OWN_GROUP, 4, MASK, 6, OTHERS, 0)),
                "this file system has no access control lists");
        assertEquals(new FileMode("0660"), seen(path).mode());
        assertEquals(Optional.of(new FileMode("0640")), seen(path).modeWithoutList());
    }

    private LiveFile.Regular seen(Path path) {
        var look = new Look(Path.of("/nonexistent/twin"), KnownContent.NONE);
        var found = FileSurvey.of(Set.of(path.toString()), look);
        return assertInstanceOf(
                LiveFile.Regular.class,
                assertInstanceOf(Observation.Seen.class, found).live().getFirst());
    }

    /** As {@code setfacl} does it, which not every machine has. */
    @SuppressWarnings("restricted") // as in ExtendedAttributes
    private static boolean set(Path path, byte[] list) throws Throwable {
        var linker = Linker.nativeLinker();
        var set = linker.downcallHandle(
                linker.defaultLookup().find("lsetxattr").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            return (int) set.invokeExact(
                            arena.allocateFrom(path.toString()),
                            arena.allocateFrom("system.posix_acl_access"),
                            arena.allocateFrom(ValueLayout.JAVA_BYTE, list),
                            (long) list.length,
                            0)
                    == 0;
        }
    }
}

package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Access control lists as the kernel has them, set without any program. */
final class AccessLists {

    static final String NAME = "system.posix_acl_access";

    private static final int NAMED_USER = 0x02;

    private AccessLists() {}

    /** The owner and a named user may read and write, the group nothing at all: its digits, which are the mask, say otherwise. */
    static byte[] letting(int user) {
        return of(user, 0x01, 6, NAMED_USER, 6, 0x04, 0, 0x10, 6, 0x20, 0);
    }

    /** @param user who is named @param entries whose rights, and which, in turn */
    static byte[] of(int user, int... entries) {
        var bytes = ByteBuffer.allocate(4 + entries.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(2);
        for (int at = 0; at < entries.length; at += 2) {
            bytes.putShort((short) entries[at])
                    .putShort((short) entries[at + 1])
                    .putInt(entries[at] == NAMED_USER ? user : -1);
        }
        return bytes.array();
    }

    static void put(Path file, byte[] list) throws IOException {
        assumeTrue(takes(file, list), "this file system has no access control lists");
    }

    private static boolean takes(Path file, byte[] list) throws IOException {
        try {
            AttributeCalls.set(file, NAME, list);
            return true;
        } catch (IOException refused) {
            assertEquals("Operation not supported", refused.getMessage());
            return false;
        }
    }
}

package dev.twinsync.os.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An access control list as the kernel has it: a number, and for each entry whom it is about, what they may, and their number. */
final class AccessList {

    static final String NAME = "system.posix_acl_access";

    /** Of a folder: what is made in it gets a list by this one. */
    static final String DEFAULT = "system.posix_acl_default";

    private static final int HEAD = 4;
    private static final int ENTRY = 8;
    private static final int MASK = 0x10;
    private static final int OTHERS = 0x20;

    private AccessList() {}

    /**
     * The same list, and as long as no mode is set its owner alone may do anything: setting the mode sets the mask and what others may, and
     * leaves the rest as it is here.
     *
     * @param attribute what the value is that of; of any other than the list it stays as it is
     */
    static byte[] closed(String attribute, byte[] value) {
        return attribute.equals(NAME) ? closed(value.clone()) : value;
    }

    private static byte[] closed(byte[] list) {
        var entries = ByteBuffer.wrap(list).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEAD; at + ENTRY <= list.length; at += ENTRY) {
            int whom = entries.getShort(at);
            if (whom == MASK || whom == OTHERS) {
                entries.putShort(at + Short.BYTES, (short) 0);
            }
        }
        return list;
    }
}

package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The access control list of one file or folder, as the kernel keeps it ({@code linux/posix_acl_xattr.h}). */
record AccessList(List<Entry> entries) {

    private static final String ATTRIBUTE = "system.posix_acl_access";
    private static final int VERSION = 2;
    private static final int ENTRY_BYTES = 8;

    private static final int USER = 0x02;
    private static final int OWN_GROUP = 0x04;
    private static final int GROUP = 0x08;

    private static final int CLASS_BITS = 3;
    private static final int ALL_OF_CLASS = 07;
    private static final int GROUP_AND_OTHERS = 077;

    /**
     * @param tag whose rights they are
     * @param rights reading, writing and running, as one octal digit
     */
    record Entry(int tag, int rights) {}

    /** Empty where there is none, or none that can be read. */
    static Optional<AccessList> of(Path place) {
        return ExtendedAttributes.value(place, ATTRIBUTE).flatMap(AccessList::parse);
    }

    /** A version, and of each entry its tag, its rights and the number of a user or group; the lowest byte comes first. */
    static Optional<AccessList> parse(byte[] value) {
        var bytes = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < Integer.BYTES || bytes.getInt() != VERSION) {
            return Optional.empty();
        }
        var entries = new ArrayList<Entry>();
        while (bytes.remaining() >= ENTRY_BYTES) {
            entries.add(new Entry(bytes.getShort(), bytes.getShort() & ALL_OF_CLASS));
            bytes.getInt();
        }
        return Optional.of(new AccessList(List.copyOf(entries)));
    }

    /**
     * The mode that gives nobody more than they have with the list. Its mask stands where the rights of the group do otherwise. Whom
     * the list names counts as one of the group, or of the others, once it is gone; a user may be either.
     */
    FileMode modeWithout(FileMode mode) {
        int mask = mode.bits() >> CLASS_BITS & ALL_OF_CLASS;
        int group = mask & common(OWN_GROUP, mask) & common(USER, mask);
        int others = mode.bits() & common(USER, mask) & common(GROUP, mask);
        return FileMode.of(mode.bits() & ~GROUP_AND_OTHERS | group << CLASS_BITS | others);
    }

    /** What all entries of a tag give within the mask; everything where there is none. */
    private int common(int tag, int mask) {
        return entries.stream()
                .filter(entry -> entry.tag == tag)
                .mapToInt(entry -> entry.rights & mask)
                .reduce(ALL_OF_CLASS, (one, other) -> one & other);
    }
}

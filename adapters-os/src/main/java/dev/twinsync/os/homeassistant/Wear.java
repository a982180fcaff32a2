package dev.twinsync.os.homeassistant;

import dev.twinsync.os.files.Foothold;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what with a file.
 *
 * @param owner by name, or by number where there is none
 * @param group likewise
 * @param mode {@code rw-r--r--}
 */
record Wear(String owner, String group, String mode) {

    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-r--r--");

    static Wear of(PosixFileAttributes file) {
        return new Wear(
                file.owner().getName(), file.group().getName(), PosixFilePermissions.toString(file.permissions()));
    }

    /** Of a new file: it is its folder's owner's, and nobody may read it who may not read the folder. */
    static Wear within(PosixFileAttributes folder) {
        var mode = EnumSet.copyOf(USUAL);
        mode.retainAll(folder.permissions());
        mode.add(PosixFilePermission.OWNER_READ);
        mode.add(PosixFilePermission.OWNER_WRITE);
        return new Wear(folder.owner().getName(), folder.group().getName(), PosixFilePermissions.toString(mode));
    }

    /** Owner and group first, so that no right is given too early. */
    void put(Foothold foothold, Path place) throws IOException {
        giveTo(foothold.attributes(place));
        foothold.attributes(place).setPermissions(PosixFilePermissions.fromString(mode));
    }

    void giveTo(PosixFileAttributeView view) throws IOException {
        var now = view.readAttributes();
        var accounts = Path.of("/").getFileSystem().getUserPrincipalLookupService();
        if (!now.owner().getName().equals(owner)) {
            view.setOwner(accounts.lookupPrincipalByName(owner));
        }
        if (!now.group().getName().equals(group)) {
            view.setGroup(accounts.lookupPrincipalByGroupName(group));
        }
    }
}

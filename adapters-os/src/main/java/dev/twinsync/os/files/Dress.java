package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.Optional;

/**
 * Who may do what with something, put on it in the order that never gives a right too early: owner and group first,
 * which takes set-user-id away, then the mode.
 *
 * @param owner empty: stays as it is
 * @param group empty: stays as it is
 */
record Dress(FileMode mode, Optional<AccountName> owner, Optional<AccountName> group) {

    Dress(FileMode mode, AccountName owner, AccountName group) {
        this(mode, Optional.of(owner), Optional.of(group));
    }

    void put(Path path) throws IOException, Refusal {
        try (var foothold = Foothold.above(path)) {
            giveTo(foothold, path);
            putMode(foothold, path);
        }
    }

    /** The mode alone. */
    void putMode(Foothold above, Path path) throws IOException, Refusal {
        if (mode.isPlain()) {
            putPlain(above, path);
        } else {
            putSpecial(path);
        }
    }

    /**
     * Relative to the open directory, so that no link is followed. What follows them is Java 25's own view of a path: its
     * {@code setPermissions} and {@code unix:mode} hand {@code O_NOFOLLOW} to the kernel in the wrong place.
     */
    private void putPlain(Foothold above, Path path) throws IOException {
        above.attributes(path).setPermissions(PosixFilePermissions.fromString(mode.letters()));
    }

    /** The other way would lose the set-id and sticky bits. That nobody exchanges the name meanwhile is {@link Ground}'s. */
    private void putSpecial(Path path) throws IOException, Refusal {
        if (Stat.of(path).filter(stat -> stat.isRegular() || stat.isDirectory()).isEmpty()) {
            throw new Refusal(path + " is neither a file nor a directory any more");
        }
        Files.setAttribute(path, "unix:mode", mode.bits(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Owner and group alone. */
    void giveTo(Foothold above, Path path) throws IOException, Refusal {
        var accounts = new Accounts();
        var before = Stat.of(path).orElseThrow(() -> new Refusal(path + " is not there any more"));
        var view = above.attributes(path);
        if (owner.isPresent() && !owner.get().equals(accounts.owner(path, before))) {
            var principal = lookUp("user", owner.get(), UserPrincipalLookupService::lookupPrincipalByName);
            change(path, "user " + owner.get(), () -> view.setOwner(principal));
        }
        if (group.isPresent() && !group.get().equals(accounts.group(path, before))) {
            var principal = lookUp("group", group.get(), UserPrincipalLookupService::lookupPrincipalByGroupName);
            change(path, "group " + group.get(), () -> view.setGroup(principal));
        }
        checkNames(path, accounts);
    }

    @FunctionalInterface
    private interface LookUp<P> {
        P of(UserPrincipalLookupService service, String name) throws IOException;
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private static <P> P lookUp(String what, AccountName name, LookUp<P> lookUp) throws IOException, Refusal {
        try {
            return lookUp.of(Path.of("/").getFileSystem().getUserPrincipalLookupService(), name.text());
        } catch (UserPrincipalNotFoundException unknown) {
            throw new Refusal("this machine has no " + what + " " + name);
        }
    }

    private static void change(Path path, String to, Change change) throws IOException, Refusal {
        try {
            change.make();
        } catch (FileSystemException denied) {
            if (Self.ofThisProcess().uid() == 0) {
                throw denied;
            }
            throw new Refusal("only root may give " + path + " to " + to + "; that needs a twin of root");
        }
    }

    /** A number stands only for an account without a name: the next look would find the name and plan again for ever. */
    private void checkNames(Path path, Accounts accounts) throws IOException, Refusal {
        var stat = Stat.of(path).orElseThrow(() -> new Refusal(path + " is not there any more"));
        checkName("user", owner, accounts.owner(path, stat));
        checkName("group", group, accounts.group(path, stat));
    }

    private static void checkName(String what, Optional<AccountName> wanted, AccountName found) throws Refusal {
        if (wanted.filter(name -> !name.equals(found)).isPresent()) {
            throw new Refusal("the " + what + " " + wanted.get() + " is called " + found + " on this machine; write "
                    + found + " in state/");
        }
    }
}

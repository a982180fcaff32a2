package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directories above what is to be changed. Each must be a real one in which nobody but root and twin's own user can
 * put a link in the place of the next: there is no way to make a change that is safe where somebody else can.
 */
final class Ground {

    private static final int ROOT = 0;
    private static final List<String> TRUSTED_GROUPS = List.of("root", "staff");
    private static final FileMode MADE = new FileMode("0755");

    private final Accounts accounts = new Accounts();
    private final Self self;

    Ground() {
        this(Self.ofThisProcess());
    }

    /** @param self who would make the change */
    Ground(Self self) {
        this.self = self;
    }

    /** Looks at every directory above. Empty answer: one of them is not there. */
    boolean isFirmUnder(Path target) throws IOException, Refusal {
        for (Path directory : above(target)) {
            if (!isFirm(directory)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #isFirmUnder}, and makes the directories that are missing: 0755, of root or of twin's own user. */
    void makeFirmUnder(Path target) throws IOException, Refusal {
        for (Path directory : above(target)) {
            if (!isFirm(directory)) {
                make(directory);
            }
        }
    }

    /** In a directory that all share, the owner of a name may exchange it: it must be root or twin's own user. */
    void checkHeld(Path target, Stat stat) throws IOException, Refusal {
        var directory = Stat.of(target.getParent());
        if (directory.filter(Stat::isSticky).isPresent() && stat.uid() != ROOT && stat.uid() != self.uid()) {
            throw new Refusal(target + " belongs to " + accounts.owner(target, stat)
                    + ", who could exchange it meanwhile; run twin as that user");
        }
    }

    static List<Path> above(Path target) {
        var directories = new ArrayList<Path>();
        for (Path directory = target.getParent(); directory != null; directory = directory.getParent()) {
            directories.addFirst(directory);
        }
        return directories;
    }

    /** The last of the directories above that is there; what is missing below it would be made in it. */
    static Path nearest(Path target) {
        var directory = target.getParent();
        while (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            directory = directory.getParent();
        }
        return directory;
    }

    /** Whether that directory is there. */
    boolean isFirm(Path directory) throws IOException, Refusal {
        Optional<Stat> stat = Stat.of(directory);
        if (stat.isPresent()) {
            check(directory, stat.get());
        }
        return stat.isPresent();
    }

    private void check(Path directory, Stat stat) throws IOException, Refusal {
        switch (stat.type()) {
            case DIRECTORY -> checkWriters(directory, stat);
            case LINK ->
                throw new Refusal(directory + " is a symbolic link, which twin does not follow; name the real path");
            case REGULAR, SOCKET, FIFO, BLOCK, CHARACTER ->
                throw new Refusal(directory
                        + " is not a directory, and nothing can be below it; move it away, or name another path");
        }
    }

    private void checkWriters(Path directory, Stat stat) throws IOException, Refusal {
        if (stat.uid() != ROOT && stat.uid() != self.uid()) {
            throw new Refusal(directory + " belongs to " + accounts.owner(directory, stat)
                    + ", who could exchange what is in it meanwhile; run twin as that user");
        }
        if (stat.isSticky()) {
            return;
        }
        if (stat.othersMayWrite()) {
            throw new Refusal("everybody may write to " + directory + "; take that right away first: chmod o-w");
        }
        if (stat.groupMayWrite() && !isTrusted(directory, stat)) {
            throw new Refusal("the group " + accounts.group(directory, stat) + " may write to " + directory
                    + "; take that right away first: chmod g-w");
        }
    }

    /** Debian gives /usr/local to staff. */
    private boolean isTrusted(Path directory, Stat stat) throws IOException {
        return TRUSTED_GROUPS.contains(accounts.group(directory, stat).text())
                || Writers.OF_THIS_MACHINE.isOwnerAlone(directory, stat);
    }

    /** What a crash leaves between the two steps is as good as made. */
    private void make(Path directory) throws IOException, Refusal {
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(MADE.letters())));
        var dress = new Dress(MADE, Optional.empty(), Optional.empty());
        if (self.isRoot()) {
            dress = new Dress(MADE, Optional.of(AccountName.ROOT), Optional.of(AccountName.ROOT));
        }
        dress.put(directory);
        sync(directory.getParent());
    }

    /** Waits until the disk has it: a file's content, or a directory's list of names. */
    static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            channel.force(true);
        }
    }
}

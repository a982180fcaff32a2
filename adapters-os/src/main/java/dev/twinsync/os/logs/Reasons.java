package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.FileSource;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** Why a log could not be read, and what helps. */
record Reasons(Self self) {

    private static final int GROUP_READS = 0040;
    private static final int GROUP_SEARCHES = 0010;
    private static final int PERMISSIONS = 07777;
    private static final int ROOT = 0;

    String of(FileSource source, IOException failed) {
        return failed instanceof NoSuchFileException
                ? absent(source)
                : of(Path.of(source.path().text()), failed);
    }

    String of(Path path, IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> path + " is not there";
            case AccessDeniedException denied -> denied(path, denied);
            default -> path + " could not be read: " + failed.getMessage();
        };
    }

    private static String absent(FileSource source) {
        return source.path() + " is not there"
                + switch (source.parse()) {
                    case SYSLOG, AUTH ->
                        ": without rsyslog its messages are in the journal, which logs.systemd_journal reads";
                    case NGINX, NONE -> "";
                };
    }

    private String denied(Path log, AccessDeniedException denied) {
        try {
            return closed(barrier(log), log);
        } catch (IOException changing) {
            return "you may not read it: " + denied.getMessage();
        }
    }

    /** The log, or the folder on the way to it that does not let this user in. */
    private static Path barrier(Path path) throws IOException {
        try {
            return Stat.of(path).map(_ -> path).orElseThrow(() -> new NoSuchFileException(path.toString()));
        } catch (AccessDeniedException within) {
            return barrier(path.getParent());
        }
    }

    private String closed(Path barrier, Path log) throws IOException {
        var stat = Stat.of(barrier).orElseThrow(() -> new NoSuchFileException(barrier.toString()));
        var who = Files.readAttributes(barrier, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean groupMay = (stat.mode() & (stat.isDirectory() ? GROUP_SEARCHES : GROUP_READS)) != 0;
        var refused = barrier.equals(log) ? "you may not read it" : "you may not look into " + barrier;
        return refused
                + (groupMay && stat.gid() != ROOT
                        ? "; " + joining(who.group().getName())
                        : ": only " + who.owner().getName() + " may (mode 0"
                                + Integer.toOctalString(stat.mode() & PERMISSIONS)
                                + "); a group that may has to be set where it is made, by its daemon or in"
                                + " /etc/logrotate.d");
    }

    private String joining(String group) {
        return "add the user to the group " + group + ": sudo usermod -aG " + group + " " + self.name()
                + ", then log in again";
    }
}

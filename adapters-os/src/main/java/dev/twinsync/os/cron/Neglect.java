package dev.twinsync.os.cron;

import dev.twinsync.domain.cron.CrontabText;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Why cron runs nothing of a crontab, though {@code crontab -l} shows all of it: cron says so in the journal alone. A backup that
 * was put back, an account that was made anew, and a hand in the folder leave such files.
 *
 * @param spool the folder of crontabs, into which only root may look
 */
record Neglect(Path spool) {

    private static final int PERMISSIONS = 07777;
    private static final int OWNERS_ALONE = 0600;
    private static final int ROOT = 0;

    /** With the remedy; empty: nothing speaks against it, or that cannot be seen. */
    Optional<String> of(UserName user, CrontabText text) {
        var file = spool.resolve(user.text());
        if (text.open()) {
            return Optional.of(told(user, "its last line has no end", "sudo sh -c 'echo >>" + file + "' && "));
        }
        try {
            var stat = Stat.of(file);
            return stat.isEmpty()
                    ? Optional.empty()
                    : flaw(user, file, stat.get()).map(flaw -> told(user, flaw, ""));
        } catch (IOException unseen) {
            return Optional.empty();
        }
    }

    private static Optional<String> flaw(UserName user, Path file, Stat stat) throws IOException {
        if (stat.type() != Stat.Type.REGULAR) {
            return Optional.of(file + " is no plain file");
        }
        if ((stat.mode() & PERMISSIONS) != OWNERS_ALONE) {
            return Optional.of(file + " is of mode %04o and not 0600".formatted(stat.mode() & PERMISSIONS));
        }
        if (stat.links() > 1) {
            return Optional.of(file + " has " + stat.links() + " names (hard links)");
        }
        return stat.uid() == ROOT || isOf(user, file)
                ? Optional.empty()
                : Optional.of(file + " belongs to another user (" + stat.uid() + ")");
    }

    /** By their numbers: two names may be one user. A name of nobody throws. */
    private static boolean isOf(UserName user, Path file) throws IOException {
        var accounts = file.getFileSystem().getUserPrincipalLookupService();
        return accounts.lookupPrincipalByName(user.text()).equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Of a line that cron does not take, which a person has to mend. */
    String ofFault(UserName user, String fault) {
        return told(user, fault, "sudoedit " + spool.resolve(user.text()) + " && ");
    }

    /** By its file: {@code crontab -l} and {@code -e} leave out the first remarks, the mark of an entry of twin's among them. */
    private String told(UserName user, String flaw, String before) {
        return "cron runs nothing of the crontab of " + user + ", for " + flaw + "; to write it anew, run: " + before
                + "sudo crontab -u " + user + " " + spool.resolve(user.text());
    }
}

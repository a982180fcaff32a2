package dev.twinsync.os.logs;

/** The journal could not be read, for a reason that the user is told. */
final class JournalUnread extends Exception {

    private static final long serialVersionUID = 1;

    JournalUnread(String reason) {
        super(reason);
    }
}

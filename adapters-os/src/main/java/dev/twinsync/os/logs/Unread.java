package dev.twinsync.os.logs;

/** A log is not read, for a reason that the user is told. */
final class Unread extends Exception {

    private static final long serialVersionUID = 1;

    Unread(String reason) {
        super(reason);
    }
}

package dev.twinsync.cli;

/** The exit codes of every command. */
enum Exit {
    OK(0),
    /** Something went wrong; nothing was changed. */
    ERROR(1),
    /** The machine is not what it is wished to be. */
    CHANGES_PENDING(2),
    /** The plan no longer fits; nothing was changed. */
    STALE(3),
    /** Some actions did not succeed. */
    PARTIAL(4),
    /** Policy, an edited plan or a missing approval; nothing was changed. */
    REFUSED(8),
    USAGE(64);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}

package dev.twinsync.cli.terminal;

/** The exit codes of every command. */
public enum Exit {
    OK(0),
    /** Something went wrong; nothing was changed. */
    ERROR(1),
    /** The machine is not what it is wished to be. */
    CHANGES_PENDING(2),
    /** The plan no longer fits; nothing was changed. */
    STALE(3),
    /** Some actions did not succeed. */
    PARTIAL(4),
    /** It failed or was cut off, and what was there before is there again. */
    ROLLED_BACK(5),
    /** A run is open, or could not be taken back completely: a person has to decide. */
    NEEDS_PERSON(6),
    /** Another twin is at work on this machine; nothing was changed. */
    LOCKED(7),
    /** Policy, an edited plan or a missing approval; nothing was changed. */
    REFUSED(8),
    /** It was done, and what came of it could not be written. */
    UNTOLD(9),
    USAGE(64),
    /** Somebody asked twin to stop, and it stopped between two actions. */
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Of a command that only tells, where nobody could be told. */
    Exit nothingTold() {
        return this == OK || this == CHANGES_PENDING ? ERROR : this;
    }

    /** Of a command that did something, where nobody could be told what came of it. */
    Exit doneAndUntold() {
        return this == OK ? UNTOLD : this;
    }
}

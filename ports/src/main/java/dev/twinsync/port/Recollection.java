package dev.twinsync.port;

/**
 * What the last command of twin knew.
 *
 * @param repository of files of the repository that have not changed since
 * @param machine of files of the machine that have not
 * @param memory of all else
 * @param small of what is too little for {@code memory}
 */
public record Recollection(KnownContent repository, KnownContent machine, LaterMemory memory, SmallMemory small) {

    /** Knows nothing, and what it learns is lost with it. */
    public static Recollection none() {
        return of(Memory.NONE, true);
    }

    /**
     * @param full whether the files of the machine are to be read anew, however little they seem to have changed; those of the repository are
     * known as Git knows them
     */
    public static Recollection of(Memory memory, boolean full) {
        return new Recollection(
                KnownContent.in(memory, "repository-1", false),
                KnownContent.in(memory, "machine-1", full),
                new LaterMemory(memory),
                new SmallMemory(memory, "small-1"));
    }

    /** For the next command. */
    public void keep() {
        repository.keep();
        machine.keep();
        memory.keep();
        small.keep();
    }
}

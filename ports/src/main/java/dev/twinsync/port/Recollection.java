package dev.twinsync.port;

/**
 * What the last command of twin knew.
 *
 * @param repository of files of the repository that have not changed since
 * @param machine of files of the machine that have not
 * @param memory of all else
 */
public record Recollection(KnownContent repository, KnownContent machine, Memory memory) {

    public static final Recollection NONE = new Recollection(KnownContent.NONE, KnownContent.NONE, Memory.NONE);

    /** @param full whether files are to be read anew, however little they seem to have changed */
    public static Recollection of(Memory memory, boolean full) {
        return new Recollection(
                KnownContent.in(memory, "repository-1", full), KnownContent.in(memory, "machine-1", full), memory);
    }

    /** For the next command. */
    public void keep() {
        repository.keep();
        machine.keep();
    }
}

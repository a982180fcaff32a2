package dev.twinsync.port;

/** Where a long job tells how far it is. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (percent, what) -> {};

    /** @param percent 0 to 100, never falling within one transaction */
    void at(int percent, String what);

    /**
     * What a tool wrote to its standard error, as it came: the last lines of it are kept with the result, after what looks
     * like a secret was masked.
     */
    default void said(String stderr) {}
}

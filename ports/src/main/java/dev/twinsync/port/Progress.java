package dev.twinsync.port;

/** Where a long job tells how far it is. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (percent, what) -> {};

    /** @param percent 0 to 100, never falling within one transaction */
    void at(int percent, String what);
}

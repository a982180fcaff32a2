package dev.twinsync.domain.predecessor;

/**
 * A package as the predecessor listed it.
 *
 * @param name as it stands there, which may be anything
 * @param byPerson whether somebody wrote it there; {@code false}: it came with a list of all that was installed
 * @param absent whether it is not to be there
 * @param line of the file it stands in
 */
public record OldPackage(String name, boolean byPerson, boolean absent, long line) {}

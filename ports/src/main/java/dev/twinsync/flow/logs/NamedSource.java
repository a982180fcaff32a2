package dev.twinsync.flow.logs;

import java.util.List;

/** What there is of a log that somebody asks for by its name. */
public sealed interface NamedSource {

    /** @param path of its text, relative to the repository */
    record Kept(String path) implements NamedSource {}

    /** There is nothing on the machine that would write it. @param what is not there, as a sentence */
    record Absent(String what) implements NamedSource {}

    /** It could not be read. */
    record Unavailable(String reason) implements NamedSource {}

    /** It could be read, and no line of it is in the repository. */
    record Nothing() implements NamedSource {}

    /**
     * There is no such log.
     *
     * @param known the names that there are
     * @param hint the one that was probably meant, as the end of a sentence; may be empty
     */
    record Unknown(List<String> known, String hint) implements NamedSource {
        public Unknown {
            known = List.copyOf(known);
        }
    }
}

package dev.twinsync.flow.history;

import dev.twinsync.port.RepoCommit;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Something that happened to a repository.
 *
 * @param sort as the commit calls itself: whoever can commit can call it anything
 * @param run what was carried out, where it is the commit of a run
 */
public record Event(RepoCommit commit, Sort sort, Optional<RunCount> run) {

    /** What made a commit. */
    public enum Sort {
        INIT,
        SNAPSHOT,
        PLAN,
        UNDO,
        APPLY,
        ADOPT,
        IGNORE,
        CONFIG,
        RESTORE,
        PULL,
        MIGRATE,
        /** Somebody with an editor and git, or a program that is not twin. */
        EDIT;

        private static final String BEFORE = "twin ";

        static Sort of(RepoCommit commit) {
            return Stream.of(values())
                    .filter(sort -> commit.title().matches(BEFORE + sort.word() + "\\b.*"))
                    .findFirst()
                    .orElse(EDIT);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A run in numbers.
     *
     * @param name by which {@code twin undo} knows it
     * @param outcomes how many actions came out how, by the words for people
     */
    public record RunCount(String name, SortedMap<String, Long> outcomes) {}

    /** What the commit says beyond its sort, in a line; it may be empty. */
    public String said() {
        var title = commit.title();
        var head = Sort.BEFORE + sort.word();
        return sort == Sort.EDIT ? title : title.substring(head.length()).replaceFirst("^:?\\s*", "");
    }
}

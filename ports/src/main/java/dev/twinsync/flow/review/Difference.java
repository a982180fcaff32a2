package dev.twinsync.flow.review;

import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is not as it is wished, or of which {@code state/} does not know. Secrets are masked in all of it; text from
 * the machine is to be escaped where it is shown.
 *
 * @param plugin its name: {@code packages.debian}
 * @param kind its name: {@code packages}
 * @param key among its kind: {@code htop}
 * @param would what {@code apply} would do about it
 * @param wished its entry in {@code state/}; empty: there is none
 * @param seen its entry in {@code live/}; empty: it is not there
 * @param asWish the wish that asks for what is seen, of a declared thing only the lines that its own wish has too; empty: not
 *     there
 * @param content what it holds: on the machine before, in the repository after
 */
public record Difference(
        String plugin,
        String kind,
        String key,
        Sort sort,
        Would would,
        Optional<Tree> wished,
        Optional<Tree> seen,
        Optional<Tree> asWish,
        Sides content) {

    /** How it differs. */
    public enum Sort {
        /** Wished, and not there. */
        MISSING,
        /** There, and not as it is wished. */
        CHANGED,
        /** There, and declared {@code ensure: absent}. */
        UNWANTED,
        /** There, and not declared; {@code init} would have taken it. */
        UNMANAGED
    }

    /**
     * @param actions in words: {@code install (declared present, not installed)}; empty: nothing can be done about it now
     * @param obstacles what stands in the way, each in a sentence
     */
    public record Would(List<String> actions, List<String> obstacles) {
        public Would {
            actions = List.copyOf(actions);
            obstacles = List.copyOf(obstacles);
        }
    }

    /** As a person names it on the command line: {@code packages:htop}. */
    public String name() {
        return kind + ":" + key;
    }

    /** Whether {@code apply} would do anything about it. */
    public boolean canApply() {
        return !would.actions().isEmpty();
    }
}

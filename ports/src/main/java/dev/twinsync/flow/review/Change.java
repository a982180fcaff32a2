package dev.twinsync.flow.review;

import dev.twinsync.domain.shape.Tree;
import java.util.Optional;

/**
 * One thing that a repository says otherwise at two moments. Secrets are masked.
 *
 * @param plugin its name: {@code packages.debian}
 * @param kind its name: {@code packages}
 * @param key among its kind: {@code htop}
 * @param before its entry at the first moment; empty: there was none
 * @param after its entry at the second; at least one of both is there
 * @param content what it holds at both
 */
public record Change(
        String plugin, String kind, String key, Optional<Tree> before, Optional<Tree> after, Sides content) {

    /** What became of it, in one word. */
    public enum Sort {
        ADDED,
        CHANGED,
        REMOVED
    }

    public Sort sort() {
        if (before.isEmpty()) {
            return Sort.ADDED;
        }
        return after.isEmpty() ? Sort.REMOVED : Sort.CHANGED;
    }

    /** As a person names it on the command line: {@code packages:htop}. */
    public String name() {
        return kind + ":" + key;
    }
}

package dev.twinsync.port;

import java.util.Set;

/** What to look at. */
public sealed interface Scope {

    /**
     * All that the backend captures by itself, and what is declared besides.
     *
     * @param declared the keys that {@code state/} names
     */
    record Everything(Set<String> declared) implements Scope {
        public Everything {
            declared = Set.copyOf(declared);
        }
    }

    /** These keys and nothing else; a key that is not there is left out of the answer. */
    record Only(Set<String> keys) implements Scope {
        public Only {
            keys = Set.copyOf(keys);
        }
    }

    static Scope everything() {
        return new Everything(Set.of());
    }
}

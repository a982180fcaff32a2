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

    /** Some keys and nothing else; a key that is not there is left out of the answer. */
    sealed interface Some extends Scope {
        Set<String> keys();
    }

    /** As they are at this moment, whatever was known of them. */
    record Only(Set<String> keys) implements Some {
        public Only {
            keys = Set.copyOf(keys);
        }
    }

    /** To compare and not to act: what was read before and has not changed since need not be read again. */
    record Glance(Set<String> keys) implements Some {
        public Glance {
            keys = Set.copyOf(keys);
        }
    }

    static Scope everything() {
        return new Everything(Set.of());
    }
}

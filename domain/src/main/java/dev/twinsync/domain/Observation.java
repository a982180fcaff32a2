package dev.twinsync.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a look at the machine gave. Not seen is not empty: a look that failed says so and why. */
public sealed interface Observation<L extends Keyed> {

    /** What is there under that key, as far as anything was seen. */
    Optional<L> find(String key);

    /**
     * @param live what is there, in the order of keys
     * @param gaps the parts of the machine that this look could not see
     */
    record Seen<L extends Keyed>(List<L> live, List<Gap> gaps) implements Observation<L> {
        public Seen {
            live = live.stream().sorted(Comparator.comparing(Keyed::key)).toList();
            gaps = gaps.stream().sorted(Comparator.comparing(Gap::keys)).toList();
        }

        public Seen(List<L> live) {
            this(live, List.of());
        }

        @Override
        public Optional<L> find(String key) {
            return live.stream().filter(thing -> thing.key().equals(key)).findFirst();
        }

        public Optional<Gap> gapOver(String key) {
            return gaps.stream().filter(gap -> gap.covers(key)).findFirst();
        }
    }

    /** @param reason a sentence for the user, with the remedy where twin knows one */
    record Unavailable<L extends Keyed>(String reason) implements Observation<L> {
        @Override
        public Optional<L> find(String key) {
            return Optional.empty();
        }
    }

    /**
     * Things that were not seen.
     *
     * @param keys one key, or the beginning of keys followed by {@code *}, as in {@code alice/*}
     * @param reason why, in words for the user
     */
    record Gap(String keys, String reason) {
        boolean covers(String key) {
            return keys.endsWith("*") ? key.startsWith(keys.substring(0, keys.length() - 1)) : keys.equals(key);
        }
    }
}

package dev.twinsync.os.packages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How packages stand to others: what arrives, and what is installed, of which there may be another version among what arrives. */
final class Parts {

    private final Map<String, Part> arriving = new HashMap<>();
    private final Map<String, Part> there = new HashMap<>();

    Parts(Collection<Part> arriving, Collection<Part> there) {
        arriving.forEach(part -> this.arriving.putIfAbsent(part.key(), part));
        there.forEach(part -> this.there.putIfAbsent(part.key(), part));
    }

    /** As it will be, which for what does not arrive is as it is. */
    Part of(String key) {
        return find(arriving, key).or(() -> before(key)).orElseGet(() -> Part.unknown(key));
    }

    /** As it is now. Empty where it is not installed. */
    Optional<Part> before(String key) {
        return find(there, key);
    }

    private static Optional<Part> find(Map<String, Part> parts, String key) {
        return Optional.ofNullable(parts.get(key)).or(() -> Optional.ofNullable(parts.get(Part.plain(key))));
    }

    Stream<Part> arriving() {
        return arriving.values().stream();
    }

    Stream<Part> there() {
        return there.values().stream();
    }
}

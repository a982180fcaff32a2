package dev.twinsync.cli.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One fault may concern many things, as one of apt concerns every package: for people its reason is told with the first of them, and the
 * others name that one. The reason is the same where it is so word for word: one that each says of itself is the one fact about it.
 */
public final class SharedReasons {

    private final UnaryOperator<String> words;
    private final Map<String, String> first = new HashMap<>();

    /** @param words what is said instead, by the name of the first: {@code as htop} */
    public SharedReasons(UnaryOperator<String> words) {
        this.words = words;
    }

    /**
     * What is said instead of the reason. Empty where nothing before had that reason, or where it is no longer than what would be said.
     *
     * @param name of the thing that comes next, in the order in which they are shown
     */
    public Optional<String> instead(String name, String reason) {
        return Optional.ofNullable(first.putIfAbsent(reason, name))
                .filter(other -> !other.equals(name))
                .map(words)
                .filter(text -> text.length() < reason.length());
    }
}

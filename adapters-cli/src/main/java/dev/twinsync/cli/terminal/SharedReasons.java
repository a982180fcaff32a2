package dev.twinsync.cli.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One fault may concern many things, as one of apt concerns every package: for people its reason is told with the first of them, and the
 * others name that one. The reason is the same also where each says it of itself: that there is no package of its name.
 */
public final class SharedReasons {

    private static final String BEFORE_A_NAME = "(?<![\\w.+:/@-])";
    private static final String AFTER_A_NAME = "(?![\\w+:/@-]|\\.\\w)";
    private static final String NO_NAME = "\0";

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
        var word = first.putIfAbsent(reason, name);
        var ofItself = first.putIfAbsent(ofItself(name, reason), name);
        return Optional.ofNullable(word)
                .or(() -> Optional.ofNullable(ofItself))
                .filter(other -> !other.equals(name))
                .map(words)
                .filter(text -> text.length() < reason.length());
    }

    /** Without its own name, where that stands by itself and not within another one. */
    private static String ofItself(String name, String reason) {
        return reason.replaceAll(BEFORE_A_NAME + Pattern.quote(name) + AFTER_A_NAME, NO_NAME);
    }
}

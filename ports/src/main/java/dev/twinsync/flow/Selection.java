package dev.twinsync.flow;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which things a command is about: plugins ({@code packages.debian}), kinds ({@code packages}) or things
 * ({@code packages:htop}), each with {@code *} and {@code ?} for any characters and any one. Empty: everything.
 */
public record Selection(List<String> patterns) {

    public static final Selection EVERYTHING = new Selection(List.of());

    public Selection {
        patterns = List.copyOf(patterns);
    }

    boolean isEverything() {
        return patterns.isEmpty();
    }

    /** Whether anything of the plugin may be meant. */
    public boolean touches(Plugin<?, ?, ?> plugin) {
        return isEverything() || patterns.stream().anyMatch(pattern -> names(pattern, plugin));
    }

    boolean includes(Plugin<?, ?, ?> plugin, String key) {
        return isEverything()
                || patterns.stream().anyMatch(pattern -> names(pattern, plugin) && namesKey(pattern, key));
    }

    private static boolean names(String pattern, Plugin<?, ?, ?> plugin) {
        var head = head(pattern);
        return glob(head, plugin.name()) || glob(head, plugin.kind().name());
    }

    private static boolean namesKey(String pattern, String key) {
        return !pattern.contains(":") || glob(pattern.substring(pattern.indexOf(':') + 1), key);
    }

    private static String head(String pattern) {
        return pattern.contains(":") ? pattern.substring(0, pattern.indexOf(':')) : pattern;
    }

    private static boolean glob(String pattern, String text) {
        var regex = pattern.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letter.equals("*") ? ".*" : letter.equals("?") ? "." : Pattern.quote(letter))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}

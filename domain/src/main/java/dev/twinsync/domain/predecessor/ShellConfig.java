package dev.twinsync.domain.predecessor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration that the Bash script would have run. Here it is read: assignments of fixed words, and nothing else.
 *
 * @param values by name, each with its words: one, or those of an array; of a name that is assigned twice, the last
 * @param lines where each name was assigned, counted from 1
 * @param leftOut what only a shell could make something of
 */
public record ShellConfig(Map<String, List<String>> values, Map<String, Long> lines, List<LeftOut> leftOut) {

    public ShellConfig {
        values = new LinkedHashMap<>(values);
        lines = new LinkedHashMap<>(lines);
        leftOut = List.copyOf(leftOut);
    }

    /** @param source the file as the user knows it */
    public static ShellConfig read(String source, String text) {
        return new ShellReader(source, text).read();
    }

    /** What an unquoted {@code $NAME} would give as one word; empty where it is not set, or to nothing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .map(words -> String.join(" ", words))
                .filter(text -> !text.isBlank());
    }

    /** What {@code for word in $NAME} would go through. */
    public List<String> words(String name) {
        return text(name).map(text -> List.of(text.strip().split("[ \\t\\n]+"))).orElse(List.of());
    }

    public long line(String name) {
        return lines.getOrDefault(name, 0L);
    }
}

package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The lines that are indented with a tab. YAML forbids it, the parser lets some of them pass with a meaning that nobody
 * sees, and its message for the others names no remedy. Within quoted and block text a tab is text.
 */
final class YamlTabs {

    private static final Pattern INDENT = Pattern.compile(" *\\t[ \\t]*[^ \\t#\\r\\n]");
    private static final int MOST = 1_000;

    private final TreeMap<Integer, Place> byLine = new TreeMap<>();

    private YamlTabs() {}

    static YamlTabs in(String source, String text) {
        var tabs = new YamlTabs();
        if (text.indexOf('\t') < 0) {
            return tabs;
        }
        var indent = INDENT.matcher(text);
        int line = 0;
        int end;
        for (int start = 0; start < text.length() && tabs.byLine.size() < MOST; start = end) {
            line++;
            end = YamlText.endOfLine(text, start);
            if (indent.region(start, end).lookingAt()) {
                tabs.byLine.put(line, new Place(source, line, text.indexOf('\t', start) - start + 1));
            }
        }
        return tabs;
    }

    /** No document of twin has so many lines of text that begins with a tab. */
    private boolean areTooMany() {
        return byLine.size() == MOST;
    }

    void allowWithin(ScalarEvent scalar) {
        if (!byLine.isEmpty() && !areTooMany()) {
            byLine.subMap(firstLine(scalar) + 1, lastLine(scalar) + 1).clear();
        }
    }

    Optional<Problem> problem() {
        return problemBefore(Integer.MAX_VALUE);
    }

    /** @param line the line where the parser stopped, which may be behind the cause */
    Optional<Problem> problemBefore(int line) {
        return Optional.ofNullable(byLine.headMap(line, true).firstEntry())
                .map(found -> new Problem(found.getValue(), "a tab as indentation: use spaces"));
    }

    private static int firstLine(ScalarEvent scalar) {
        return scalar.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** Block text ends where the next line begins. */
    private static int lastLine(ScalarEvent scalar) {
        return scalar.getEndMark()
                .map(end -> end.getColumn() == 0 ? end.getLine() : end.getLine() + 1)
                .orElse(firstLine(scalar));
    }
}

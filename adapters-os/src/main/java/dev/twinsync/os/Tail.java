package dev.twinsync.os;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The last lines of what somebody writes. */
final class Tail {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
    }

    /** As part of a sentence, without the details that stand indented below others. */
    synchronized String inWords() {
        return lines.stream()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .map(String::strip)
                .collect(Collectors.joining("; "));
    }
}

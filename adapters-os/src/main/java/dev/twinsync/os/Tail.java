package dev.twinsync.os;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines of what somebody writes. */
final class Tail {

    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
    }

    synchronized String text() {
        return String.join("\n", lines).strip();
    }
}

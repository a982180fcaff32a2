package dev.twinsync.git.yaml;

/** The lines of a document's text; a line is told by the offset where it starts. */
record YamlLines(String text) {

    /** Of the line that has this character. */
    int start(int at) {
        int start = isWithinBreak(at) ? at - 1 : at;
        while (start > 0 && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the next line starts, or the end of the text. */
    int next(int at) {
        return YamlText.endOfLine(text, at);
    }

    boolean isStart(int at) {
        return at == 0 || isBreak(text.charAt(at - 1)) && !isWithinBreak(at);
    }

    private boolean isWithinBreak(int at) {
        return at > 0 && at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n';
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    /** Where the next line starts; this very place, where one does. */
    int nextUnlessStart(int at) {
        return isStart(at) ? at : next(at);
    }

    /** How many blanks a line starts with. */
    int indent(int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - start;
    }

    boolean isBlank(int start) {
        return text.substring(start, next(start)).isBlank();
    }

    boolean isComment(int start) {
        int at = skipBlanks(start);
        return at < text.length() && text.charAt(at) == '#';
    }

    /** Whether only blanks stand before it in its line. */
    boolean isFirst(int at) {
        return text.substring(start(at), at).isBlank();
    }

    int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    int skipBlanksBack(int from) {
        int at = from;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    /** The next character that is neither blank nor line end nor in a comment; the end of the text. */
    int behindComments(int from) {
        int at = from;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == '#') {
                at = next(at);
            } else if (Character.isWhitespace(character)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Where the last line break before this ends the text, the break itself left out. */
    int withoutBreak(int at) {
        int end = at;
        while (end > 0 && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Where one more line at the top of a document goes: behind all, but before the line {@code ...}. */
    int endOfDocument(int from) {
        for (int line = nextUnlessStart(from); line < text.length(); line = next(line)) {
            if (text.startsWith("...", line)) {
                return line;
            }
        }
        return text.length();
    }

    /** What a new line ends with. */
    String end() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}

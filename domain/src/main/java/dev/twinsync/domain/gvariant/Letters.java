package dev.twinsync.domain.gvariant;

import java.util.function.IntPredicate;

/** A text and how far it has been read. */
final class Letters {

    private final CharSequence text;
    private int at;

    Letters(CharSequence text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** The next one; there must be one. */
    char peek() {
        return text.charAt(at);
    }

    boolean isNext(char letter) {
        return !atEnd() && peek() == letter;
    }

    boolean startsWith(String beginning) {
        int end = at + beginning.length();
        return end <= text.length() && beginning.contentEquals(text.subSequence(at, end));
    }

    char take() {
        return text.charAt(at++);
    }

    boolean skipIf(char letter) {
        boolean there = isNext(letter);
        at += there ? 1 : 0;
        return there;
    }

    String takeWhile(IntPredicate wanted) {
        int start = at;
        while (!atEnd() && wanted.test(peek())) {
            at++;
        }
        return text.subSequence(start, at).toString();
    }

    void skipBlanks() {
        while (!atEnd() && isBlank(peek())) {
            at++;
        }
    }

    static boolean isBlank(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    /** Where the next letter stands. */
    int index() {
        return at;
    }

    Malformed malformed(String sentence) {
        return new Malformed(sentence, at);
    }
}

package dev.twinsync.domain.logs;

import java.util.function.Consumer;

/** A text that counts how often a letter of it is looked at: work without a clock. */
final class CountedText implements CharSequence {

    private static final class Counter {
        private long looks = 0;
    }

    private final String text;
    private final Counter counter;

    private CountedText(String text, Counter counter) {
        this.text = text;
        this.counter = counter;
    }

    /** How often the letters of a text are looked at. */
    static long looks(String text, Consumer<CharSequence> reader) {
        var counter = new Counter();
        reader.accept(new CountedText(text, counter));
        return counter.looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        counter.looks++;
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new CountedText(text.substring(start, end), counter);
    }

    /** Takes all of it, and so looks at every letter. */
    @Override
    public String toString() {
        counter.looks += text.length();
        return text;
    }
}

package dev.twinsync.domain;

/** A line that counts how often somebody looks at one of its letters; who takes a part of it looks at all of that. */
public final class CountedLetters implements CharSequence {

    private final String line;
    private long looks;

    public CountedLetters(String line) {
        this.line = line;
    }

    public long looks() {
        return looks;
    }

    @Override
    public int length() {
        return line.length();
    }

    @Override
    public char charAt(int index) {
        looks++;
        return line.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        looks += end - start;
        return line.substring(start, end);
    }

    @Override
    public String toString() {
        looks += line.length();
        return line;
    }
}

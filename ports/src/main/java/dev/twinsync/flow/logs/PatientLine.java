package dev.twinsync.flow.logs;

/** A line that can be looked at so many times and no more: what matches it would otherwise go on for ever. */
final class PatientLine implements CharSequence {

    /** About a second. An expression that tries every stretch of a longest line takes a third of them. */
    private static final long MOST_STEPS = 50_000_000;

    private final String line;
    private long left = MOST_STEPS;

    PatientLine(String line) {
        this.line = line;
    }

    /** It was looked at too often. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Spent() {
            super("", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) {
            throw new Spent();
        }
        return line.charAt(index);
    }

    @Override
    public int length() {
        return line.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return line.subSequence(start, end);
    }

    @Override
    public String toString() {
        return line;
    }
}

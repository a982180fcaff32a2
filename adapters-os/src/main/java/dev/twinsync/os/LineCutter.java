package dev.twinsync.os;

/** Gets bytes as they come and cuts lines out of them. */
public abstract class LineCutter {

    public static LineCutter of(Output output) {
        return switch (output) {
            case Output.Kept(var onLine) -> new Lines(onLine);
            case Output.Streamed(var longest, var onLine) -> new BoundedLines(longest, onLine);
        };
    }

    public void add(byte[] bytes, int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                hold(bytes, from, at - from);
                handOn();
                from = at + 1;
            }
        }
        hold(bytes, from, length - from);
    }

    /** Keeps a part of the line that is under way. */
    abstract void hold(byte[] bytes, int from, int length);

    /** The line that is under way has come to its end. */
    abstract void handOn();

    /** There will be no more: what has no end is a line too. */
    public abstract void finish();
}

package dev.twinsync.os;

/** Gets bytes as they come and cuts lines out of them. */
interface LineCutter {

    static LineCutter of(Output output) {
        return switch (output) {
            case Output.Kept(var onLine) -> new Lines(onLine);
            case Output.Streamed(var longest, var onLine) -> new BoundedLines(longest, onLine);
        };
    }

    void add(byte[] bytes, int length);

    /** There will be no more: what has no end is a line too. */
    void finish();
}

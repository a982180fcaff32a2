package dev.twinsync.domain.shape;

/** Where something stands: a document's path as the user knows it, line and column counted from 1 (0: not in a file). */
public record Place(String source, int line, int column) {

    public static final Place NONE = new Place("", 0, 0);

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}

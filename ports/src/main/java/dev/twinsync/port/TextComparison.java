package dev.twinsync.port;

import java.util.List;

/** Compares two texts line by line. */
@FunctionalInterface
public interface TextComparison {

    /** What became of a line. */
    enum Mark {
        /** Where the lines that follow stand in both texts: {@code @@ -1,3 +1,4 @@}. */
        PLACE,
        SAME,
        REMOVED,
        ADDED,
        /** About the line before it: it has no line end. */
        NOTE
    }

    /** @param text without the mark and without line feed; of a line of the texts as it stands there, not escaped */
    record Line(Mark mark, String text) {}

    /** The changed lines with three of their neighbours; nothing where the texts are the same. */
    List<Line> compare(String before, String after);
}

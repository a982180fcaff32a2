package dev.twinsync.os;

/** A line out of a stream in which no line may be longer than a limit. */
public sealed interface StreamedLine {

    /** @param text with replacement characters for bytes that are not UTF-8 */
    record Whole(String text) implements StreamedLine {}

    /** There was a line that is longer than the limit. Nothing of it is kept. */
    record TooLong() implements StreamedLine {}
}

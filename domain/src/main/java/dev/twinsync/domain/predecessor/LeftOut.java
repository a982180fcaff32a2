package dev.twinsync.domain.predecessor;

/**
 * Something of the predecessor's that is not taken over.
 *
 * @param file where it stands, as the user knows it
 * @param line counted from 1; 0: the file as a whole
 * @param subject what it is about, as it begins the sentence; empty: the place says that
 * @param reason the rest of the sentence, with the remedy where there is one
 */
public record LeftOut(String file, long line, String subject, String reason) {

    public LeftOut(String file, long line, String reason) {
        this(file, line, "", reason);
    }

    /** {@code system/packages/dpkg.txt:12} */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }

    @Override
    public String toString() {
        return place() + ": " + (subject.isEmpty() ? "" : subject + " ") + reason;
    }
}

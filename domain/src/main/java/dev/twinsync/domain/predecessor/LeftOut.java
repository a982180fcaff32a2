package dev.twinsync.domain.predecessor;

/**
 * Something of the predecessor's that is not taken over.
 *
 * @param file where it stands, as the user knows it
 * @param line counted from 1; 0: the file as a whole
 * @param subject what it is about, as it begins the sentence; empty: the place says that
 * @param reason the rest of the sentence, with the remedy where there is one
 * @param unsettled whether it was wished for, or may well have been, and is lost unless the user does something
 */
public record LeftOut(String file, long line, String subject, String reason, boolean unsettled) {

    public LeftOut(String file, long line, String subject, String reason) {
        this(file, line, subject, reason, false);
    }

    public LeftOut(String file, long line, String reason) {
        this(file, line, "", reason);
    }

    /** Something that is in another form than it should be, so that nobody knows what it wishes for. */
    public static LeftOut misshapen(String file, long line, String fault) {
        var remedy = "nothing of it was taken over: mend it there and migrate again"
                + " (delete the new repository before that, if one was made)";
        return new LeftOut(file, line, "", fault + "; " + remedy, true);
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

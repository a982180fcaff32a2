package dev.twinsync.git.index;

import java.io.IOException;

/** An index that is whole, and of a kind that nobody can read who does not know the extension. */
public final class StrangeIndex extends IOException {

    private static final long serialVersionUID = 1;

    private final String extension;

    /** @param extension its four letters, as they stand in the file */
    StrangeIndex(String extension) {
        super("it has an extension " + extension);
        this.extension = extension;
    }

    /**
     * What helps against an index that could not be read. Of one that is whole, what is staged in it is not lost; and to make that anew
     * would not help, for git would make it as the settings say.
     */
    public static String remedy(IOException unread) {
        return switch (unread instanceof StrangeIndex strange ? strange.extension : "") {
            case "link" -> "run git config core.splitIndex false && git update-index --no-split-index";
            case "sdir" -> "run git sparse-checkout reapply --no-sparse-index";
            default -> "make it anew with rm .git/index and git reset";
        };
    }
}

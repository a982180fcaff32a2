package dev.twinsync.flow.migrating;

import dev.twinsync.domain.files.FileMode;
import java.io.IOException;
import java.util.Optional;

/**
 * A file as the predecessor kept it.
 *
 * @param path on the machine, which may be anything
 * @param file where its content, or the word that there is none, stands
 * @param line in there; 0: the file itself is the content
 * @param content what it holds
 * @param mode that it had on the machine, as far as that was kept
 * @param isRunnable whether it is known that it can be run, where the mode is not
 */
record OldFile(String path, String file, long line, Content content, Optional<FileMode> mode, boolean isRunnable) {

    /** What a file holds, or why that is not known. */
    sealed interface Content {

        /** Empty: there are too many to be held, which was told. */
        @FunctionalInterface
        interface Reader {
            Optional<byte[]> read() throws IOException;
        }

        /** Every byte of it. */
        record Whole(Reader reader) implements Content {}

        /** @param text what was kept of its bytes: the rest was dropped, and ends of lines were changed */
        record Lossy(String text) implements Content {}

        /** @param reason in a sentence */
        record Missing(String reason) implements Content {}
    }
}

package dev.twinsync.cli;

import dev.twinsync.os.files.OwnFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A copy of {@code config.yaml} for an editor, in a folder that is its owner's alone and goes away when it is closed. */
final class ConfigCopy implements Closeable {

    private final Path original;
    private final byte[] before;
    private final Path folder;
    private boolean isKept;

    ConfigCopy(Path original) throws IOException {
        this.original = original;
        this.before = Files.readAllBytes(original);
        this.folder = Files.createTempDirectory("twin-config-");
        Files.write(path(), before);
    }

    Path path() {
        return folder.resolve(original.getFileName());
    }

    byte[] text() throws IOException {
        return Files.readAllBytes(path());
    }

    boolean isChanged() throws IOException {
        return !Arrays.equals(before, text());
    }

    /** @throws IOException where the original is no longer what was copied: it stays as it is, and so does the copy */
    void refuseIfOvertaken() throws IOException {
        if (!Files.exists(original) || !Arrays.equals(before, Files.readAllBytes(original))) {
            isKept = true;
            throw new IOException(
                    original.getFileName() + " was changed by somebody else while it was open in the editor, and"
                            + " stays as it is now; what you wrote is in " + path());
        }
    }

    /** Where it could not be recorded: the original is as it was, and the copy stays. */
    IOException keptAfter(IOException refused) {
        isKept = true;
        return new IOException(refused.getMessage() + "; what you wrote is in " + path(), refused);
    }

    @Override
    public void close() throws IOException {
        if (!isKept) {
            OwnFolder.remove(folder);
        }
    }
}

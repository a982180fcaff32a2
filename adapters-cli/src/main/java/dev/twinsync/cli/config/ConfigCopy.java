package dev.twinsync.cli.config;

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

    /** @throws IOException in words where the editor left none */
    byte[] text() throws IOException {
        if (!Files.isRegularFile(path())) {
            throw new IOException("the editor left no " + original.getFileName() + " behind" + untouched()
                    + "; to edit it once more, run: twin config edit");
        }
        return Files.readAllBytes(path());
    }

    private String untouched() {
        return "; nothing was changed: " + original + " is as it was";
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

    /** Where the editor did not begin or end well: the original is as it was, and what was written all the same stays. */
    IOException unedited(IOException fault) throws IOException {
        return Files.isRegularFile(path()) && isChanged()
                ? keptAfter(new IOException(fault.getMessage() + untouched(), fault))
                : new IOException(fault.getMessage() + untouched(), fault);
    }

    @Override
    public void close() throws IOException {
        if (!isKept) {
            OwnFolder.remove(folder);
        }
    }
}

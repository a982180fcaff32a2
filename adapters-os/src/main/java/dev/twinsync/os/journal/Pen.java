package dev.twinsync.os.journal;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.files.PrivateFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/** Writes the lines of one run, and holds the file open between them. */
final class Pen implements Closeable {

    private final PrivateFolder folder;
    private final FileChannel file;
    private final long run;
    private long written;
    private long end;

    private Pen(PrivateFolder folder, FileChannel file, long run, Lines before) {
        this.folder = folder;
        this.file = file;
        this.run = run;
        this.written = before.whole().size();
        this.end = before.bytes();
    }

    /** @param before what of the file is to stay: the rest was cut off, or belongs to a run that is closed */
    static Pen open(PrivateFolder folder, String name, long run, Lines before) throws IOException {
        folder.make();
        var there = folder.find(name);
        var file = there.isPresent()
                ? FileChannel.open(there.get(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)
                : folder.create(name);
        return new Pen(folder, file, run, before);
    }

    long run() {
        return run;
    }

    /** On disk once this returns. */
    void write(Tree record) throws IOException {
        var line = ByteBuffer.wrap(new Line(run, written + 1, record).bytes());
        file.truncate(end);
        try {
            write(line);
        } catch (IOException failed) {
            takeBack(failed);
            throw failed;
        }
        written++;
        end += line.limit();
    }

    private void write(ByteBuffer line) throws IOException {
        while (line.hasRemaining()) {
            file.write(line, end + line.position());
        }
        boolean first = written == 0;
        file.force(first);
        if (first) {
            folder.sync();
        }
    }

    /** Where even that fails, the next one who writes does it. */
    private void takeBack(IOException because) {
        try {
            file.truncate(end);
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

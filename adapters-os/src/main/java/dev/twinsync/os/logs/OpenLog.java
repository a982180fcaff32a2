package dev.twinsync.os.logs;

import dev.twinsync.os.files.Parents;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A log file that is open: a regular file, and no link on the way to it. Whoever may write to a folder of logs could
 * otherwise have a twin of root show what only root may read.
 *
 * @param size in bytes, when it was opened; what is written later is left for the next time
 */
record OpenLog(Path path, Stat stat, SeekableByteChannel channel, long size) implements AutoCloseable {

    private static final int TRIES = 3;

    /** A fifo must not even be opened: that waits for somebody to write. */
    static OpenLog of(Path path) throws IOException, Unread {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var found = regular(path);
            var channel = Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            if (isStill(path, found)) {
                return new OpenLog(path, found, channel, channel.size());
            }
            channel.close();
        }
        throw new Unread(path + " was exchanged for another one while twin opened it; try again");
    }

    private static boolean isStill(Path path, Stat opened) throws IOException {
        return Stat.of(path)
                .filter(now -> now.inode() == opened.inode() && now.device() == opened.device() && now.isRegular())
                .isPresent();
    }

    private static Stat regular(Path path) throws IOException, Unread {
        switch (new Parents().into(path.getParent())) {
            case Parents.Way.Clear _ -> {}
            case Parents.Way.Ends _ -> throw new NoSuchFileException(path.toString());
            case Parents.Way.OverLink(var link) -> throw overLink(link);
        }
        var stat = Stat.of(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
        return switch (stat.type()) {
            case REGULAR -> stat;
            case LINK -> throw overLink(path);
            case DIRECTORY -> throw other(path, "a folder");
            case SOCKET -> throw other(path, "a socket");
            case FIFO -> throw other(path, "a named pipe");
            case BLOCK, CHARACTER -> throw other(path, "a device");
        };
    }

    private static Unread overLink(Path link) {
        return new Unread(link + " is a symbolic link, which twin does not follow; name the real path");
    }

    private static Unread other(Path path, String what) {
        return new Unread(path + " is " + what + " and no log file");
    }

    /** Fills the buffer with what stands from a place on, as far as the file goes. */
    ByteBuffer read(long from, int length) throws IOException {
        var block = ByteBuffer.allocate(length);
        channel.position(from);
        while (block.hasRemaining() && channel.read(block) >= 0) {
            continue;
        }
        return block.flip();
    }

    InputStream from(long at) throws IOException {
        channel.position(at);
        return Channels.newInputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

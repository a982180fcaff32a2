package dev.twinsync.os.logs;

import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.function.LongFunction;

/** A file of any size that is nowhere, and counts what is read of it. */
final class CountingBytes implements SeekableByteChannel {

    private final long size;
    private final LongFunction<Byte> content;
    private long position;
    private long read;
    private long largestBlock;

    CountingBytes(long size, LongFunction<Byte> content) {
        this.size = size;
        this.content = content;
    }

    /** As if it stood in the root of this machine. */
    OpenLog open() throws IOException {
        return new OpenLog(Path.of("/no-such-log"), Stat.of(Path.of("/")).orElseThrow(), this, size);
    }

    long read() {
        return read;
    }

    long largestBlock() {
        return largestBlock;
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= size) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), size - position);
        largestBlock = Math.max(largestBlock, count);
        for (int index = 0; index < count; index++) {
            target.put(content.apply(position++));
        }
        read += count;
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException("a log is only read");
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new UnsupportedOperationException("a log is only read");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}

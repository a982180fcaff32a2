package dev.twinsync.cli.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What stands before each file in a tar archive, as POSIX has it (ustar). */
final class TarHeader {

    static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;

    private TarHeader() {}

    /** Of a file with mode 0644 of nobody in particular, from the beginning of time. */
    static byte[] of(String path, long size) throws IOException {
        var name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME) {
            throw new IOException(path + " has too long a name for a tar archive: make a .zip");
        }
        var header = new byte[BLOCK];
        put(header, 0, path);
        put(header, NAME, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(size));
        put(header, 136, "00000000000\0");
        put(header, CHECKSUM_AT, " ".repeat(CHECKSUM_LENGTH));
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        put(header, CHECKSUM_AT, "%06o\0 ".formatted(sum(header)));
        return header;
    }

    /** What fills the last block of a file. */
    static int paddingOf(int size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static int sum(byte[] header) {
        int sum = 0;
        for (byte one : header) {
            sum += Byte.toUnsignedInt(one);
        }
        return sum;
    }
}

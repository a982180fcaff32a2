package dev.twinsync.os.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * What the kernel shows of its network in {@code /proc/net}: one row a line, the first of which may tell what the columns are.
 *
 * @param proc {@code /proc}
 */
record KernelTable(Path proc) {

    private static final int FEWEST_COLUMNS = 10;
    private static final int WORD = 4;

    /** No rows where the kernel has no such table, as one without IPv6. */
    Stream<String[]> rows(String name) throws IOException {
        var path = proc.resolve("net").resolve(name);
        return Files.exists(path)
                ? Files.readAllLines(path).stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(row -> row.length >= FEWEST_COLUMNS)
                : Stream.empty();
    }

    /** @param hex 4 or 16 bytes in the order in which they are sent */
    static String address(String hex) {
        return inWords(HexFormat.of().parseHex(hex));
    }

    /** @param hex the same as numbers of 4 bytes, each with its last byte first */
    static String addressInNumbers(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        var sent = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            sent[at] = bytes[at - at % WORD + WORD - 1 - at % WORD];
        }
        return inWords(sent);
    }

    private static String inWords(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }
}

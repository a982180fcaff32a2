package dev.twinsync.os.logs;

import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What logrotate put beside a log: {@code syslog.1}, {@code syslog-20261122}, {@code syslog.2.gz}.
 *
 * @param written when it was written to last, which renaming and gzip leave as it was
 */
record RotatedLog(Path path, long inode, FileTime written) {

    /** More are not looked through. */
    private static final int MOST = 32;

    /** What is larger when it is unpacked is not read. */
    private static final long MOST_UNPACKED = 64 << 20;

    private static final String GZ = ".gz";
    private static final String SUFFIX = "[.-]\\d[\\d_-]*(?:\\.gz)?";

    /** All that may be of this log, the newest first; none where the folder does not tell what is in it. */
    static List<RotatedLog> beside(Path log) throws IOException {
        var form = Pattern.compile(Pattern.quote(log.getFileName().toString()) + SUFFIX);
        var found = new ArrayList<RotatedLog>();
        try (var files = Files.newDirectoryStream(
                log.getParent(),
                file -> form.matcher(file.getFileName().toString()).matches())) {
            for (Path file : files) {
                Stat.of(file)
                        .map(stat -> new RotatedLog(file, stat.inode(), stat.written()))
                        .ifPresent(found::add);
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        } catch (AccessDeniedException closed) {
            return List.of();
        }
        return newestFirst(found);
    }

    private static List<RotatedLog> newestFirst(List<RotatedLog> found) {
        return found.stream()
                .filter(one -> !one.isBeingPacked(found))
                .sorted(Comparator.comparing(RotatedLog::written).reversed())
                .limit(MOST)
                .toList();
    }

    /** As long as what it is made of is still there, gzip is not done with it. */
    private boolean isBeingPacked(List<RotatedLog> all) {
        return isPacked() && all.stream().anyMatch(one -> path.toString().equals(one.path + GZ));
    }

    boolean isPacked() {
        return path.toString().endsWith(GZ);
    }

    /** What its content is used for. */
    @FunctionalInterface
    interface Use<T> {
        T of(OpenLog file, InputStream content) throws IOException;
    }

    /** Gives the content from a place on, which must not be behind its end. */
    <T> T read(long from, Use<T> use) throws IOException, Unread {
        try (var file = OpenLog.of(path);
                var content = isPacked() ? new GZIPInputStream(file.from(0)) : file.from(from)) {
            content.skipNBytes(isPacked() ? from : 0);
            return use.of(file, content);
        }
    }

    /** Of the content, in bytes. */
    long size() throws IOException, Unread {
        long size = read(0, (file, content) -> isPacked() ? content.skip(MOST_UNPACKED + 1) : file.size());
        if (isPacked() && size > MOST_UNPACKED) {
            throw new Unread(path + " is larger than " + MOST_UNPACKED + " bytes when it is unpacked");
        }
        return size;
    }
}

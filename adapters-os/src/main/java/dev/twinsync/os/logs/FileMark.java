package dev.twinsync.os.logs;

import dev.twinsync.domain.secrets.Fingerprints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a log was read, and how it is known again: by its beginning, which a rename, a copy and gzip leave as it was, and by
 * its inode where two begin alike. Not by its device: the number of that may be another one after every start. An empty log
 * cannot be known again; but whatever was rotated away later than what lay beside it then is all new.
 *
 * @param offset where the first message begins that was not counted yet
 * @param headLength how many bytes of the beginning {@code head} is made of
 * @param head tells whether the beginning is the same, and not what it is: the mark is kept in the repository
 * @param last UTC: the time of the last message before the offset; empty where there was none
 * @param newestBeside when the newest of what lay beside it was written; empty where nothing did
 */
record FileMark(
        long inode, long offset, int headLength, String head, Optional<String> last, Optional<Instant> newestBeside) {

    private static final int LONGEST_HEAD = 256;
    private static final String NONE = "-";
    private static final Pattern GRAMMAR = Pattern.compile(
            "1 ([0-9a-f]{1,16}) (\\d{1,18}) (\\d{1,3}) ([0-9a-f]{16}) (-|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z)"
                    + " (-|-?\\d{1,12}\\.\\d{9})");

    static FileMark of(
            OpenLog log, long offset, Optional<String> last, List<RotatedLog> beside, Fingerprints fingerprints)
            throws IOException {
        var head = log.read(0, (int) Math.min(LONGEST_HEAD, offset));
        var bytes = new byte[head.remaining()];
        head.get(bytes);
        return new FileMark(
                log.stat().inode(),
                offset,
                bytes.length,
                fingerprint(bytes, fingerprints),
                last,
                beside.stream().findFirst().map(newest -> newest.written().toInstant()));
    }

    private static String fingerprint(byte[] head, Fingerprints fingerprints) {
        return fingerprints.of(new String(head, StandardCharsets.ISO_8859_1));
    }

    /** Empty where this is no mark: then nothing is known, and everything is new. */
    static Optional<FileMark> parse(String text) {
        var found = GRAMMAR.matcher(text);
        return found.matches()
                ? Optional.of(new FileMark(
                        Long.parseUnsignedLong(found.group(1), 16),
                        Long.parseLong(found.group(2)),
                        Integer.parseInt(found.group(3)),
                        found.group(4),
                        said(found.group(5)),
                        said(found.group(6)).map(FileMark::instant)))
                : Optional.empty();
    }

    String text() {
        return String.join(
                " ",
                "1",
                Long.toHexString(inode),
                Long.toString(offset),
                Integer.toString(headLength),
                head,
                last.orElse(NONE),
                newestBeside.map(FileMark::number).orElse(NONE));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(word -> !word.equals(NONE));
    }

    /** Seconds since 1970, and the billionth parts of one. */
    private static String number(Instant at) {
        return at.getEpochSecond() + "." + String.format(Locale.ROOT, "%09d", at.getNano());
    }

    private static Instant instant(String number) {
        var parts = number.split("\\.");
        return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** Whether it says what the log begins with; if not, nothing of it was read: it was empty. */
    boolean hasHead() {
        return headLength > 0;
    }

    /** Whether something begins like what was read. */
    boolean isHeadOf(InputStream content, Fingerprints fingerprints) throws IOException {
        return fingerprint(content.readNBytes(headLength), fingerprints).equals(head);
    }
}

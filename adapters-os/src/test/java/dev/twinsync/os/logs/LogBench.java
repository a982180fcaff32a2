package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.FileSource.Parse;
import dev.twinsync.domain.logs.LogGap;
import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.secrets.Fingerprints;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A log that is written, rotated and read, as often as a test likes. */
final class LogBench {

    static final Instant NOW = Instant.parse("2026-11-22T20:30:00Z");
    static final Times TIMES = new Times(NOW, ZoneOffset.UTC, Optional.of(NOW.minusSeconds(7200)));
    static final Fingerprints FINGERPRINTS =
            secret -> Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).text().substring(7, 23);

    static final Redaction REDACTION = new Redaction(FINGERPRINTS, Set.of());

    final Path log;
    private final LineSyntax syntax;
    private Optional<FileMark> mark = Optional.empty();
    private int minute;
    private int changes;

    LogBench(Path directory) {
        this(directory.resolve("syslog"), Parse.SYSLOG);
    }

    LogBench(Path log, Parse parse) {
        this.log = log;
        this.syntax = LineSyntax.of(parse).orElseThrow();
    }

    Path beside(String suffix) {
        return Path.of(log + suffix);
    }

    /** Each with a time of its own, a minute after the one before; they are known by their words. */
    void write(String... words) throws IOException {
        for (String word : words) {
            append(line(word) + "\n");
        }
    }

    String line(String word) {
        return NOW.minusSeconds(3 * 3600).plusSeconds(60L * minute++) + " host test[1]: " + word;
    }

    void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        touch(log);
    }

    /** The clock of a file system is too coarse for a test: each change is a second after the one before. */
    private void touch(Path changed) throws IOException {
        Files.setLastModifiedTime(changed, FileTime.from(NOW.plusSeconds(changes++)));
    }

    void rename(String from, String to) throws IOException {
        Files.move(beside(from), beside(to));
    }

    /** As logrotate with {@code copytruncate}. */
    void copyAndEmpty(String to) throws IOException {
        Files.copy(log, beside(to));
        touch(beside(to));
        Files.write(log, new byte[0]);
    }

    /** As {@code gzip} does it. */
    void zip(String suffix) throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(beside(suffix + ".gz")))) {
            Files.copy(beside(suffix), packed);
        }
        Files.setLastModifiedTime(beside(suffix + ".gz"), Files.getLastModifiedTime(beside(suffix)));
        Files.delete(beside(suffix));
    }

    /** Puts another file with the same content in its place. */
    void replaceByCopy() throws IOException {
        var copy = Files.copy(log, beside(".copy"));
        Files.move(copy, log, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The words of the messages that are new since the last time. */
    List<String> fresh() throws IOException, Unread {
        var words = new ArrayList<String>();
        read(words);
        return words;
    }

    /** What is said to be missing. */
    List<LogGap> gaps() throws IOException, Unread {
        return read(new ArrayList<>()).count().gaps();
    }

    NewMessages read(List<String> fresh) throws IOException, Unread {
        return read(message -> fresh.add(message.message()));
    }

    NewMessages read(Consumer<LogRecord> fresh) throws IOException, Unread {
        try (var open = OpenLog.of(log)) {
            var found = NewMessages.of(open, syntax, TIMES, mark, FINGERPRINTS, (message, moment) -> {
                if (moment.fresh()) {
                    fresh.accept(message);
                }
            });
            mark = FileMark.parse(found.next().text());
            return found;
        }
    }

    FileMark mark() {
        return mark.orElseThrow();
    }
}

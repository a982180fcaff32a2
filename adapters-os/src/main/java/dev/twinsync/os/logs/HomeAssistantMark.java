package dev.twinsync.os.logs;

import dev.twinsync.port.LogTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far a log of Home Assistant was read, wherever that was. */
final class HomeAssistantMark {

    static final String FILE = "file";

    private static final String OF_FILE = FILE + " ";

    private HomeAssistantMark() {}

    static String of(FileMark mark) {
        return OF_FILE + mark.text();
    }

    /** Empty: it is that of something else. */
    static Optional<FileMark> ofFile(String text) {
        return text.startsWith(OF_FILE) ? FileMark.parse(text.substring(OF_FILE.length())) : Optional.empty();
    }

    /** Also of a file, of which the time tells how far the same messages were read. */
    static Optional<LineMark> ofLine(String text) {
        return LineMark.parse(text)
                .or(() -> ofFile(text).flatMap(FileMark::last).map(last -> new LineMark(FILE, endOf(last), "-")));
    }

    /** The mark says the second only. */
    private static Optional<Instant> endOf(String second) {
        return LogTime.of(second, Instant.EPOCH, ZoneOffset.UTC).map(at -> at.plusMillis(999));
    }

    /** Up to when something was read that was no file. */
    static Optional<Instant> elsewhere(String text) {
        return LineMark.parse(text).flatMap(LineMark::at);
    }
}

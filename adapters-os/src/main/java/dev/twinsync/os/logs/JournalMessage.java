package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.StreamedLine;
import java.util.Optional;

/** What stands in one line of the journal's JSON. */
sealed interface JournalMessage {

    LogRecord record();

    record Known(JournalCursor cursor, LogRecord record) implements JournalMessage {}

    /** There was a message, and it was longer than twin reads. */
    record TooLong() implements JournalMessage {

        @Override
        public LogRecord record() {
            return new LogRecord(
                    Optional.empty(),
                    Severity.WARNING,
                    "twin",
                    "twin",
                    "",
                    "a message that is too long is left out here");
        }
    }

    static Reading<JournalMessage> of(StreamedLine line) {
        return switch (line) {
            case StreamedLine.Whole(var text) -> JournalFields.read(text).then(JournalFields::message);
            case StreamedLine.TooLong() -> new Reading.Value<>(new TooLong());
        };
    }
}

package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogRecord;
import java.time.Instant;
import java.util.Optional;

/** The lines of {@code home-assistant.log}, whose times are those of the clock of who writes it. */
final class HomeAssistantSyntax implements LineSyntax {

    @Override
    public Optional<Instant> at(String line, Times times) {
        return HomeAssistantLine.of(line) instanceof HomeAssistantLine.Head head
                ? head.written().flatMap(times::of)
                : Optional.empty();
    }

    @Override
    public Optional<LogRecord> read(String line, Instant at) {
        return HomeAssistantLine.of(line) instanceof HomeAssistantLine.Head head
                ? Optional.of(
                        new LogRecord(Optional.of(at.toString()), head.severity(), head.unit(), "", "", head.message()))
                : Optional.empty();
    }
}

package dev.twinsync.os.logs;

import dev.twinsync.os.StreamedLine;
import dev.twinsync.os.supervisor.LogListener;
import dev.twinsync.os.supervisor.LogRequest;
import dev.twinsync.os.supervisor.NoAnswer;
import dev.twinsync.os.supervisor.Patience;
import dev.twinsync.os.supervisor.SupervisorApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** A log as the Supervisor hands it on. @param part {@code core} or {@code supervisor} */
record SupervisorLog(SupervisorApi api, String part) {

    static final String SOURCE = "supervisor";

    /** The first line that the journal has of it at all. */
    private static final LogRequest.Amount OLDEST = new LogRequest.Entries("", 0, Optional.of(1));

    private static final String LOST = "(a line that is too long is left out here)";

    /** {@code 2026-08-21 09:14:03.512 host homeassistant[531]: message}, in UTC. */
    private static final Pattern DATED =
            Pattern.compile("(?s)(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)"
                    + " \\S* [^:\\[\\]]{0,256}(?:\\[\\d{1,10}\\])?: ?(.*)");

    /** The last lines; where the Supervisor has them from Docker, they have no dates of its own. */
    LineLog lines() throws Unread {
        var lines = new ArrayList<StampedLine>();
        ask(new LogRequest(part + "/logs", true, new LogRequest.Lines(LineLog.MOST)), line -> lines.add(stamped(line)));
        return LineLog.of(SOURCE, lines);
    }

    /**
     * When the container was started that runs now: its first line, unless that may be the first one only because those before it were
     * deleted. Empty: not known, an old Supervisor, which does not tell, or an empty log.
     */
    Optional<Instant> started() {
        try {
            var first = first(new LogRequest(part + "/logs/latest", true, new LogRequest.Usual()));
            var oldest = first(new LogRequest(part + "/logs", true, OLDEST));
            return first.filter(line -> isOfStart(line) || !oldest.equals(first))
                    .flatMap(StampedLine::at);
        } catch (Unread notTold) {
            return Optional.empty();
        }
    }

    /** What starts the programs of a container is what speaks first there. */
    private static boolean isOfStart(StampedLine line) {
        return HomeAssistantLine.of(line.text()) instanceof HomeAssistantLine.Head head
                && head.written().isEmpty();
    }

    private Optional<StampedLine> first(LogRequest request) throws Unread {
        var first = new ArrayList<StampedLine>();
        ask(request, line -> {
            first.add(stamped(line));
            return false;
        });
        return first.stream().findFirst();
    }

    /** Of the containers, to which the Supervisor gives its own; empty: not told. */
    Optional<ZoneId> zone() {
        try {
            var name = api.get("supervisor/info", Patience.LOOK).at("timezone").text();
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (NoAnswer | DateTimeException notTold) {
            return Optional.empty();
        }
    }

    private void ask(LogRequest request, LogListener listener) throws Unread {
        try {
            api.log(request, Patience.LOOK, listener);
        } catch (NoAnswer none) {
            throw new Unread(none.getMessage());
        }
    }

    private static StampedLine stamped(StreamedLine line) {
        return switch (line) {
            case StreamedLine.Whole(var text) -> stamped(text);
            case StreamedLine.TooLong() -> StampedLine.undated(LOST);
        };
    }

    private static StampedLine stamped(String text) {
        var found = DATED.matcher(HomeAssistantLine.plain(text));
        return found.matches()
                ? time(found.group(1), found.group(2))
                        .map(at -> new StampedLine(at, found.group(3)))
                        .orElseGet(() -> StampedLine.undated(text))
                : StampedLine.undated(text);
    }

    private static Optional<Instant> time(String day, String clock) {
        try {
            return Optional.of(LocalDateTime.parse(day + "T" + clock).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}

package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.FileSource.Parse;
import dev.twinsync.domain.logs.LogRecord;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.logs.SeverityByWords;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the lines of a kind of log are read. */
@FunctionalInterface
interface LineSyntax {

    /**
     * @param line which begins with a time
     * @param at that time
     * @return empty: it is no message of its own
     */
    Optional<LogRecord> read(String line, Instant at);

    /** When a line was written; empty: it does not begin with a time. */
    default Optional<Instant> at(String line, Times times) {
        return times.of(line);
    }

    /** Empty: they are not read. */
    static Optional<LineSyntax> of(Parse parse) {
        return switch (parse) {
            case NONE -> Optional.empty();
            case SYSLOG, AUTH -> Optional.of(LineSyntax::syslog);
            case NGINX -> Optional.of(LineSyntax::nginx);
        };
    }

    /** {@code TIME HOST TAG[PID]: MESSAGE}, where the tag, and the pid, may be missing. */
    private static Optional<LogRecord> syslog(String line, Instant at) {
        var found = Forms.SYSLOG.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        var message = found.group("message");
        var tag = Optional.ofNullable(found.group("tag")).orElse("");
        var pid = Optional.ofNullable(found.group("pid")).orElse("");
        return Optional.of(
                new LogRecord(Optional.of(at.toString()), SeverityByWords.of(message), tag, tag, pid, message));
    }

    /** {@code TIME [LEVEL] PID#TID: MESSAGE}, where the number of a connection may stand before the message. */
    private static Optional<LogRecord> nginx(String line, Instant at) {
        var found = Forms.NGINX.matcher(line);
        return found.matches()
                ? Optional.of(new LogRecord(
                        Optional.of(at.toString()),
                        Forms.LEVELS.get(found.group("level")),
                        Forms.NGINX_TAG,
                        Forms.NGINX_TAG,
                        found.group("pid"),
                        found.group("message")))
                : Optional.empty();
    }

    /** What the lines look like. */
    final class Forms {

        private static final String NGINX_TAG = "nginx";

        private static final Map<String, Severity> LEVELS = Map.of(
                "debug", Severity.DEBUG,
                "info", Severity.INFO,
                "notice", Severity.NOTICE,
                "warn", Severity.WARNING,
                "error", Severity.ERROR,
                "crit", Severity.CRITICAL,
                "alert", Severity.ALERT,
                "emerg", Severity.EMERGENCY);

        /** Not after its meaning, which {@link dev.twinsync.port.LogTime} knows. */
        private static final String TIME = "(?:\\d\\S*|[A-Z][a-z]{2} [ \\d]\\d [\\d:]{8})";

        private static final String TAG = "(?<tag>[^\\s:\\[\\]]{1,128})(?:\\[(?<pid>\\d{1,10})\\])?:(?: |$)";

        private static final Pattern SYSLOG = Pattern.compile("(?s)" + TIME + " \\S+ (?:" + TAG + ")?(?<message>.*)");

        private static final Pattern NGINX =
                Pattern.compile("(?s)\\S+ \\S+ \\[(?<level>" + String.join("|", LEVELS.keySet())
                        + ")\\] (?<pid>\\d{1,10})#\\d{1,10}: (?:\\*\\d{1,20} )?(?<message>.*)");

        private Forms() {}
    }
}

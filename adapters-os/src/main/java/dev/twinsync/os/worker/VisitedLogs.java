package dev.twinsync.os.worker;

import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.port.LogSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The logs of another machine, read by the twin there and by its clock. Where it does not answer, how far they were read stays known: not
 * read is not empty.
 *
 * @param beginning of the names of its own marks
 * @param logs the names of those that are wanted
 */
record VisitedLogs(
        String name,
        String beginning,
        Optional<String> summary,
        Function<LogsConfig, List<String>> logs,
        Conversation conversation)
        implements LogSource {

    @Override
    public Capture capture(LogsConfig wanted, Since since) {
        var marks = since.marksFrom(beginning);
        try {
            var request = new Request.Capture(name, wanted, marks);
            return conversation.ask(request, Reply.Captured.class).capture();
        } catch (IOException unanswered) {
            return unread(wanted, marks, unanswered.getMessage());
        }
    }

    private Capture unread(LogsConfig wanted, Map<String, String> marks, String reason) {
        var reports = logs.apply(wanted).stream()
                .map(log -> LogReport.unread(log, reason))
                .toList();
        return new Capture(List.of(), reports, List.of(), marks);
    }
}

package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.FileSource;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.os.Self;
import dev.twinsync.port.LogSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the log files that daemons write: their last lines as they stand, and how often they tell of errors. */
public final class LogFiles implements LogSource {

    /** With what the names of its marks begin. */
    public static final String MARKS = "files:";

    private final Reasons reasons;
    private final Redaction redaction;
    private final Function<Instant, Times> times;

    /** @param redaction for what is cut out of a message; by its fingerprints the beginning of a file is known again */
    public LogFiles(Self self, Redaction redaction) {
        this(self, redaction, Times::ofThisMachine);
    }

    /** @param times what the times in the logs are compared with, at the time of a capture */
    LogFiles(Self self, Redaction redaction, Function<Instant, Times> times) {
        this.reasons = new Reasons(self);
        this.redaction = redaction;
        this.times = times;
    }

    @Override
    public String name() {
        return "logs.files";
    }

    @Override
    public Capture capture(LogsConfig wanted, Since since) {
        var all = new Gathered();
        if (wanted.files().enabled()) {
            var one = new SourceCapture(reasons, redaction, times.apply(since.now()));
            for (FileSource source : wanted.files().sources()) {
                var mark = markName(source);
                all.add(mark, one.of(source, Optional.ofNullable(since.marks().get(mark))));
            }
        }
        return all.capture();
    }

    /** By the path: if the name gets another path, that is another log. */
    private static String markName(FileSource source) {
        return MARKS + source.path();
    }

    /** What came of the sources so far. */
    private static final class Gathered {

        private final List<LogText> texts = new ArrayList<>();
        private final List<LogReport> reports = new ArrayList<>();
        private final List<Sighting> sightings = new ArrayList<>();
        private final Map<String, String> marks = new HashMap<>();

        void add(String markName, SourceCapture.Captured one) {
            one.text().ifPresent(texts::add);
            reports.add(one.report());
            sightings.addAll(one.sightings());
            one.mark().ifPresent(mark -> marks.put(markName, mark));
        }

        Capture capture() {
            return new Capture(texts, reports, sightings, marks);
        }
    }
}

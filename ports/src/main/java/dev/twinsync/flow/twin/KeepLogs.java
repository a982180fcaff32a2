package dev.twinsync.flow.twin;

import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.KnownErrors;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogSummary;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Sightings;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.secrecy.SafeText;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.SideBySide;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.LogSource.Capture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Captures the logs of the machine into {@code logs/current/}, and puts the capture before that aside. */
final class KeepLogs {

    private final Twin twin;
    private final SafeText safe;

    KeepLogs(Twin twin) {
        this.twin = twin;
        this.safe = new SafeText(twin.redaction());
    }

    /** What is to be captured; what is usual where nobody said. */
    static Reading<LogsConfig> wishes(View view) throws IOException {
        return view.repo().read(Layout.logsConfig()).map(found -> found.orElse(LogsConfig.DEFAULT));
    }

    /** The new index; on a machine without log plugins the old one, and nothing happens. */
    LogIndex capture(LogsConfig wishes) throws IOException {
        var before = index();
        if (twin.logging().sources().isEmpty()) {
            return before;
        }
        var now = Instant.parse(twin.view().now());
        var captures = new SideBySide<LogSource, Capture>(source -> {
                    twin.view().narration().looking(source.name());
                    return source.capture(wishes, new LogSource.Since(now, before.marks()));
                })
                .over(twin.logging().sources());
        new LogArchive(twin.repo(), twin.logging()).putAside(before, now);
        for (Capture capture : captures) {
            keep(capture.texts());
        }
        var index = index(before, captures);
        summarize(index);
        twin.repo().write(Layout.logIndex(), index);
        return index;
    }

    /** One that cannot be read is made anew: nobody but twin writes it. */
    LogIndex index() throws IOException {
        return twin.repo().read(Layout.logIndex()) instanceof Reading.Value<Optional<LogIndex>>(var index)
                ? index.orElse(LogIndex.EMPTY)
                : LogIndex.EMPTY;
    }

    private void keep(List<LogSource.LogText> texts) throws IOException {
        for (LogSource.LogText text : texts) {
            var bytes = safe.file(text.lines()).getBytes(StandardCharsets.UTF_8);
            twin.repo().store(Layout.CURRENT_LOGS + "/" + text.path(), new ByteArrayInputStream(bytes));
        }
    }

    private void summarize(LogIndex index) throws IOException {
        for (LogSource source : twin.logging().sources()) {
            var here = index.plugins().get(source.name()).stream()
                    .filter(report -> report.absent().isEmpty())
                    .toList();
            if (source.summary().isPresent() && !here.isEmpty()) {
                var document = Layout.logSummary(source.summary().get());
                twin.repo().write(document, LogSummary.of(index.capturedAt().orElseThrow(), here));
            }
        }
    }

    private LogIndex index(LogIndex before, List<Capture> captures) {
        var now = twin.view().now();
        var plugins = new TreeMap<String, List<LogReport>>();
        var marks = new TreeMap<String, String>();
        for (int index = 0; index < captures.size(); index++) {
            var capture = captures.get(index);
            plugins.put(twin.logging().sources().get(index).name(), safe.reports(capture.reports()));
            marks.putAll(capture.marks());
        }
        return new LogIndex(
                Optional.of(now),
                before.capturedAt(),
                plugins,
                errors(before, captures, now),
                before.lastApply(),
                marks);
    }

    private List<ErrorSignature> errors(LogIndex before, List<Capture> captures, String now) {
        var sightings = Sightings.ofPlugins(captures.stream()
                .map(capture -> capture.sightings().stream().map(safe::sighting).toList())
                .toList());
        return KnownErrors.after(
                before.signatures(),
                sightings,
                now,
                before.capturedAt(),
                before.lastApply().map(LogIndex.LastApply::endedAt));
    }

    /** What of the logs a commit takes along. */
    Set<String> inGit() throws IOException {
        return switch (twin.logging().inGit()) {
            case NONE -> Set.of();
            case INDEX -> Set.of(Layout.LOG_INDEX);
            case CURRENT -> Set.copyOf(twin.repo().list(Layout.CURRENT_LOGS));
        };
    }
}

package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.Counts;
import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.flow.twin.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The logs at a glance.
 *
 * @param capturedAt UTC
 * @param age how long ago that was; empty where the clock of this machine says it is still to come
 * @param sources in the order of their plugins
 * @param newSinceSnapshot errors that were not known at the capture before, those that were seen last first
 * @param newSinceApply errors that were not known when the last apply ended
 */
public record LogOverview(
        String capturedAt,
        Optional<String> previousCapture,
        Optional<Duration> age,
        List<Source> sources,
        List<ErrorSignature> newSinceSnapshot,
        List<ErrorSignature> newSinceApply,
        Optional<LogIndex.LastApply> lastApply) {

    /** From this on, what the machine wrote since may be more than what is here. */
    private static final Duration OLD = Duration.ofHours(1);

    /** One log, and the plugin that read it. */
    public record Source(String plugin, LogReport report) {

        /** Whether there is nothing about it that a person should know. */
        public boolean isQuiet() {
            var counts = report.counts();
            return report.unavailable().isEmpty()
                    && report.failedUnits().isEmpty()
                    && report.gaps().isEmpty()
                    && counts.errors().equals(Counts.NONE)
                    && counts.warnings().equals(Counts.NONE)
                    && counts.criticalUnits().isEmpty()
                    && counts.auth().counts().equals(Counts.NONE)
                    && counts.lastError().isEmpty();
        }

        private long errors() {
            return report.counts().errors().sinceBoot();
        }
    }

    static LogOverview of(LogIndex index, Instant now) {
        var capturedAt = index.capturedAt().orElseThrow();
        var newest = Comparator.comparing(ErrorSignature::lastSeen).reversed();
        var errors = index.signatures().stream().sorted(newest).toList();
        return new LogOverview(
                capturedAt,
                index.previousCapture(),
                Times.of(capturedAt).map(at -> Duration.between(at, now)).filter(age -> !age.isNegative()),
                sources(index),
                errors.stream().filter(ErrorSignature::isNewSinceSnapshot).toList(),
                errors.stream().filter(ErrorSignature::isNewSinceApply).toList(),
                index.lastApply());
    }

    static List<Source> sources(LogIndex index) {
        return index.plugins().entrySet().stream()
                .flatMap(plugin -> plugin.getValue().stream().map(report -> new Source(plugin.getKey(), report)))
                .toList();
    }

    public boolean isOld() {
        return age.filter(since -> since.compareTo(OLD) >= 0).isPresent();
    }

    public boolean hasNews() {
        return !newSinceSnapshot.isEmpty() || !newSinceApply.isEmpty();
    }

    /** The name of the log with the most errors, of those of which lines are kept. */
    public Optional<String> mostTelling() {
        return sources.stream()
                .filter(source -> source.report().text().isPresent())
                .reduce((one, other) -> other.errors() > one.errors() ? other : one)
                .map(source -> source.report().name());
    }
}

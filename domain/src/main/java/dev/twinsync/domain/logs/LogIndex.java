package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The table of contents of {@code logs/current/}.
 *
 * @param capturedAt UTC; empty where no log was captured yet
 * @param previousCapture UTC: the capture before
 * @param plugins what each log plugin read, by its name and in that order
 * @param signatures the errors that are known, the newest first
 * @param marks how far each plugin has read, for itself
 */
public record LogIndex(
        Optional<String> capturedAt,
        Optional<String> previousCapture,
        Map<String, List<LogReport>> plugins,
        List<ErrorSignature> signatures,
        Optional<LastApply> lastApply,
        Map<String, String> marks) {

    public static final LogIndex EMPTY =
            new LogIndex(Optional.empty(), Optional.empty(), Map.of(), List.of(), Optional.empty(), Map.of());

    public static final RecordShape<LogIndex> SHAPE = shape();

    public LogIndex {
        plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
        signatures = List.copyOf(signatures);
        marks = Map.copyOf(marks);
    }

    /**
     * Where the results of the newest apply are.
     *
     * @param history the document, relative to the repository: {@code plan/history/2026-11-22T13-05-00Z.yaml}
     * @param endedAt UTC
     * @param succeeded how many actions did what they should, or had nothing left to do
     * @param others how many did not
     * @param outcomes how many ended how, by the word of the outcome ({@code applied}) and in that order
     */
    public record LastApply(String history, String endedAt, long succeeded, long others, Map<String, Long> outcomes) {
        public LastApply {
            outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
        }
    }

    /** What is said of the log of which that is the text. @param text as in a {@link LogReport} */
    public Optional<LogReport> reportOf(String text) {
        return plugins.values().stream()
                .flatMap(List::stream)
                .filter(report -> report.text().filter(text::equals).isPresent())
                .findFirst();
    }

    public LogIndex withLastApply(LastApply apply) {
        return new LogIndex(capturedAt, previousCapture, plugins, signatures, Optional.of(apply), marks);
    }

    private static RecordShape<LogIndex> shape() {
        var capturedAt = optional("captured_at", Shape.text(), LogIndex::capturedAt);
        var previous = optional("previous_capture", Shape.text(), LogIndex::previousCapture);
        var plugins =
                withDefault("plugins", new TableShape<>(Shape.list(LogReport.SHAPE)), Map.of(), LogIndex::plugins);
        var signatures = withDefault("signatures", Shape.list(ErrorSignature.SHAPE), List.of(), LogIndex::signatures);
        var lastApply = optional("last_apply", lastApplyShape(), LogIndex::lastApply);
        var marks = withDefault("marks", new TableShape<>(Shape.text()), Map.of(), LogIndex::marks);
        return new RecordShape<>(
                List.of(capturedAt, previous, plugins, signatures, lastApply, marks),
                line -> new LogIndex(
                        line.get(capturedAt),
                        line.get(previous),
                        line.get(plugins),
                        line.get(signatures),
                        line.get(lastApply),
                        line.get(marks)));
    }

    private static RecordShape<LastApply> lastApplyShape() {
        var history = required("history", Shape.text(), LastApply::history);
        var endedAt = required("ended_at", Shape.text(), LastApply::endedAt);
        var succeeded = required("succeeded", Shape.number(), LastApply::succeeded);
        var others = required("others", Shape.number(), LastApply::others);
        var outcomes = withDefault("outcomes", new TableShape<>(Shape.number()), Map.of(), LastApply::outcomes);
        return new RecordShape<>(
                List.of(history, endedAt, succeeded, others, outcomes),
                line -> new LastApply(
                        line.get(history),
                        line.get(endedAt),
                        line.get(succeeded),
                        line.get(others),
                        line.get(outcomes)));
    }
}

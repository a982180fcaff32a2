package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of contents of {@code logs/current/}. */
public record LogIndex(Optional<LastApply> lastApply) {

    /**
     * Where the results of the newest apply are.
     *
     * @param history the document, relative to the repository: {@code plan/history/2026-11-22T13-05-00Z.yaml}
     * @param endedAt UTC
     * @param succeeded how many actions did what they should, or had nothing left to do
     * @param others how many did not
     * @param outcomes how many ended how, by the word of the outcome: {@code applied}
     */
    public record LastApply(String history, String endedAt, long succeeded, long others, Map<String, Long> outcomes) {}

    public static final Shape<LogIndex> SHAPE = shape();

    private static Shape<LogIndex> shape() {
        var lastApply = optional("last_apply", lastApplyShape(), LogIndex::lastApply);
        return new RecordShape<>(List.of(lastApply), line -> new LogIndex(line.get(lastApply)));
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

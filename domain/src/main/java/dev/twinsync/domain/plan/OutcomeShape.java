package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.Outcome.AlreadyOk;
import dev.twinsync.domain.Outcome.Done;
import dev.twinsync.domain.Outcome.Failed;
import dev.twinsync.domain.Outcome.Interrupted;
import dev.twinsync.domain.Outcome.NotAttempted;
import dev.twinsync.domain.Outcome.RollbackFailed;
import dev.twinsync.domain.Outcome.RolledBack;
import dev.twinsync.domain.Outcome.Skipped;
import dev.twinsync.domain.Outcome.Stale;
import dev.twinsync.domain.Outcome.TakenBack;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How an outcome looks: a word, and a reason where there is one. */
public final class OutcomeShape {

    private OutcomeShape() {}

    static final TaggedShape<Outcome> SHAPE = new TaggedShape<>(
            "outcome",
            Optional.empty(),
            List.of(
                    new Variant<>("applied", Done.class, new RecordShape<>(List.of(), line -> new Done())),
                    new Variant<>("already_ok", AlreadyOk.class, new RecordShape<>(List.of(), line -> new AlreadyOk())),
                    new Variant<>("failed", Failed.class, withReason(Failed::reason, Failed::new)),
                    new Variant<>("skipped", Skipped.class, withReason(Skipped::because, Skipped::new)),
                    new Variant<>("stale", Stale.class, withReason(Stale::found, Stale::new)),
                    new Variant<>(
                            "not_attempted",
                            NotAttempted.class,
                            new RecordShape<>(List.of(), line -> new NotAttempted())),
                    new Variant<>("interrupted", Interrupted.class, withReason(Interrupted::found, Interrupted::new)),
                    new Variant<>("taken_back", TakenBack.class, withReason(TakenBack::why, TakenBack::new)),
                    new Variant<>(
                            "rolled_back", RolledBack.class, new RecordShape<>(List.of(), line -> new RolledBack())),
                    new Variant<>(
                            "rollback_failed",
                            RollbackFailed.class,
                            withReason(RollbackFailed::reason, RollbackFailed::new))));

    /** The word of the documents: {@code already_ok}. */
    public static String word(Outcome outcome) {
        return SHAPE.word(outcome);
    }

    private static <O> RecordShape<O> withReason(Function<O, String> getter, Function<String, O> constructor) {
        var reason = required("reason", Shape.text(), getter);
        return new RecordShape<>(List.of(reason), line -> constructor.apply(line.get(reason)));
    }
}

package dev.twinsync.domain;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** How one action ended. What a tool says of itself does not count: only what a second look finds. */
public sealed interface Outcome {

    /** For people, at the beginning of a line: what did not succeed stands out. */
    default String word() {
        return switch (this) {
            case Done() -> "done";
            case AlreadyOk() -> "was so";
            case Failed(var _) -> "FAILED";
            case Skipped(var _) -> "skipped";
            case Stale(var _) -> "STALE";
            case NotAttempted() -> "not tried";
            case Interrupted(var _) -> "CUT OFF";
            case TakenBack(var _) -> "taken back";
            case RolledBack() -> "undone";
            case RollbackFailed(var _) -> "NOT UNDONE";
        };
    }

    record Done() implements Outcome {}

    record AlreadyOk() implements Outcome {}

    record Failed(String reason) implements Outcome {}

    /** Another action had to be done first and was not, or did not bring what this one waits for. */
    record Skipped(String because) implements Outcome {}

    /** What the plan was made on is no longer there. */
    record Stale(String found) implements Outcome {}

    /** The apply stopped before it came to this. */
    record NotAttempted() implements Outcome {}

    /** It was cut off, and what is there is neither what was there before nor what should be there after. */
    record Interrupted(String found) implements Outcome {}

    /** It was on probation and did not stay: what was there before is there again, by a look. */
    record TakenBack(String why) implements Outcome {}

    /** It was done, or begun, and what was there before is there again, for the whole run is being taken back. */
    record RolledBack() implements Outcome {}

    /** It was done, or begun, and what was there before could not be brought back. */
    record RollbackFailed(String reason) implements Outcome {}

    /** What is to be said besides the word. */
    default Optional<String> explanation() {
        return switch (this) {
            case Failed(var reason) -> Optional.of(reason);
            case Skipped(var because) -> Optional.of(because);
            case Stale(var found) -> Optional.of(found);
            case Interrupted(var found) -> Optional.of(found);
            case TakenBack(var why) -> Optional.of(why);
            case RollbackFailed(var reason) -> Optional.of(reason);
            case Done(), AlreadyOk(), NotAttempted(), RolledBack() -> Optional.empty();
        };
    }

    /** The same outcome, explained in other words. */
    default Outcome inWords(UnaryOperator<String> change) {
        return switch (this) {
            case Failed(var reason) -> new Failed(change.apply(reason));
            case Skipped(var because) -> new Skipped(change.apply(because));
            case Stale(var found) -> new Stale(change.apply(found));
            case Interrupted(var found) -> new Interrupted(change.apply(found));
            case TakenBack(var why) -> new TakenBack(change.apply(why));
            case RollbackFailed(var reason) -> new RollbackFailed(change.apply(reason));
            case Done(), AlreadyOk(), NotAttempted(), RolledBack() -> this;
        };
    }

    /** Whether it stops what comes after it. What was left out for a reason of its own stops just what depends on it. */
    default boolean stops() {
        return switch (this) {
            case Done(), AlreadyOk(), Skipped _, RolledBack() -> false;
            case Failed _, Stale _, NotAttempted(), Interrupted _, TakenBack _, RollbackFailed _ -> true;
        };
    }
}

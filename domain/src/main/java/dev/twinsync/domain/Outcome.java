package dev.twinsync.domain;

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
        };
    }

    record Done() implements Outcome {}

    record AlreadyOk() implements Outcome {}

    record Failed(String reason) implements Outcome {}

    /** Another action had to be done first and was not. */
    record Skipped(String because) implements Outcome {}

    /** What the plan was made on is no longer there. */
    record Stale(String found) implements Outcome {}

    /** The apply stopped before it came to this. */
    record NotAttempted() implements Outcome {}
}

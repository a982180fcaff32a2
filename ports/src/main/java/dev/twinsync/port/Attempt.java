package dev.twinsync.port;

/** What came of trying. {@code Ran} is no proof of success: the next observation is. */
public sealed interface Attempt {

    record Ran() implements Attempt {}

    /** @param reason a sentence for the user, with the remedy where twin knows one; never a secret */
    record Refused(String reason) implements Attempt {}
}

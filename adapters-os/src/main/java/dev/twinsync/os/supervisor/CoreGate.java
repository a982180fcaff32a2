package dev.twinsync.os.supervisor;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether the token may speak to Home Assistant itself, which is a right of its own: an app has it with {@code homeassistant_api: true}.
 * The Supervisor is asked when that is first needed, and what it said is remembered, as it does not change while twin runs.
 */
final class CoreGate {

    /** The Supervisor refuses at once; only Home Assistant itself takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private boolean isKnown;
    private Optional<String> why = Optional.empty();

    /** With the remedy; empty: it may, or nobody could say. That Home Assistant is down says nothing of the token. */
    synchronized Optional<String> whyShut(SupervisorApi api) {
        if (!isKnown) {
            ask(api);
        }
        return why;
    }

    private void ask(SupervisorApi api) {
        try {
            api.coreGet("config", PATIENCE);
            isKnown = true;
        } catch (NoAnswer no) {
            isKnown = no.fault() instanceof Fault.Unauthorised;
            why = Optional.of(no.getMessage()).filter(_ -> isKnown);
        }
    }
}

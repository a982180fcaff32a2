package dev.twinsync.domain.services;

import java.util.Optional;

/** The wishes that are made of one unit that is seen. */
record AdoptedService(LiveService seen) {

    /**
     * That it is not masked can be asked of every unit, also of one that cannot be enabled and whose running means nothing. That one
     * is started again and again is nobody's wish, so whoever brings it back does not begin with that anew.
     */
    DesiredService exactly() {
        boolean masked = seen.isIn(UnitFileState.MASKED);
        return new DesiredService(
                seen.name(),
                seen.scope(),
                enablement(),
                seen.running().filter(running -> !running || !seen.isMasked()),
                Optional.of(masked).filter(_ -> masked || !seen.isMasked()));
    }

    /** Empty where nobody can decide it: a static unit, a template, another name. */
    private Optional<Boolean> enablement() {
        boolean template = seen.name().isTemplate();
        return seen.state().flatMap(state -> switch (state) {
            case MASKED_RUNTIME -> Optional.of(false);
            case ENABLED -> Optional.of(true).filter(_ -> !template);
            case DISABLED, ENABLED_RUNTIME, LINKED, LINKED_RUNTIME ->
                Optional.of(false).filter(_ -> !template);
            case MASKED, ALIAS, STATIC, INDIRECT, GENERATED, TRANSIENT, NO_FILE, BAD -> Optional.empty();
        });
    }

    /**
     * What a person or a package decided: enabled, disabled or masked. That an enabled unit happens not to run is no
     * decision; that a disabled or masked one does not run must be said, for its package starts it when it comes.
     */
    Optional<DesiredService> first() {
        if (seen.name().isTemplate()) {
            return Optional.empty();
        }
        return seen.state().flatMap(state -> switch (state) {
            case ENABLED -> wish(Optional.of(true), seen.running().filter(running -> running), Optional.empty());
            case DISABLED -> wish(Optional.of(false), seen.running(), Optional.empty());
            case MASKED -> wish(Optional.empty(), seen.running().filter(running -> !running), Optional.of(true));
            case ENABLED_RUNTIME,
                    LINKED,
                    LINKED_RUNTIME,
                    ALIAS,
                    MASKED_RUNTIME,
                    STATIC,
                    INDIRECT,
                    GENERATED,
                    TRANSIENT,
                    NO_FILE,
                    BAD -> Optional.empty();
        });
    }

    private Optional<DesiredService> wish(
            Optional<Boolean> enabled, Optional<Boolean> running, Optional<Boolean> masked) {
        return Optional.of(new DesiredService(seen.name(), seen.scope(), enabled, running, masked));
    }
}

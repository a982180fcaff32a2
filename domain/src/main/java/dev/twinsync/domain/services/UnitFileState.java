package dev.twinsync.domain.services;

import java.util.Locale;
import java.util.Optional;

/** What systemd says of a unit's file: whether the unit starts at boot, and whether that can be decided at all. */
public enum UnitFileState {
    ENABLED,
    /** Until the next boot only, mostly by a generator: twin counts it as not enabled. */
    ENABLED_RUNTIME,
    /** Its file lies elsewhere and is linked in; not enabled by that. */
    LINKED,
    LINKED_RUNTIME,
    ALIAS("it is another name of a unit (alias); declare that one"),
    MASKED,
    /** Until the next boot only. */
    MASKED_RUNTIME,
    STATIC("its unit file has no [Install] section (static); other units start it"),
    DISABLED,
    INDIRECT("its [Install] section names other units only (indirect); declare those"),
    GENERATED("it is generated, as from /etc/fstab or an init script; change that, or use update-rc.d"),
    TRANSIENT("it was made while the machine runs and has no unit file (transient)"),
    /** Its file was taken away, or never was; the unit is there as long as it runs, and nothing can start it again. */
    NO_FILE("it has no unit file"),
    BAD("systemd cannot read its unit file");

    private final Optional<String> whyFixed;

    UnitFileState() {
        whyFixed = Optional.empty();
    }

    UnitFileState(String whyFixed) {
        this.whyFixed = Optional.of(whyFixed);
    }

    /** Why nobody can enable or disable it; empty where one can, once it is not masked. */
    Optional<String> whyFixed() {
        return whyFixed;
    }

    /** As systemd writes it: {@code enabled-runtime}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isMask() {
        return this == MASKED || this == MASKED_RUNTIME;
    }
}

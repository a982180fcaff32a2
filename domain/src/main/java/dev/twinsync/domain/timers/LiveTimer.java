package dev.twinsync.domain.timers;

import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.timers.Written.Form;
import java.util.Optional;

/**
 * A timer of the machine.
 *
 * @param now what it does; empty: systemd knows no such timer, or nobody can tell
 * @param written what twin wrote; empty: nothing
 * @param otherwise what it would do without twin's drop-in; empty where there is none, or nobody can tell
 * @param unread its files were changed, and systemd has not read them since
 */
public record LiveTimer(
        TimerName name, Optional<Workings> now, Optional<Written> written, Optional<Workings> otherwise, boolean unread)
        implements Keyed {

    /** As a package or the owner brought it. */
    public static LiveTimer untouched(TimerName name, Workings now) {
        return new LiveTimer(name, Optional.of(now), Optional.empty(), Optional.empty(), false);
    }

    @Override
    public String key() {
        return name.text();
    }

    boolean is(Form form) {
        return written.filter(file -> file.form() == form).isPresent();
    }

    /** What twin's drop-in changes. */
    Optional<Workings> base() {
        return is(Form.DROP_IN) ? otherwise : now;
    }

    /** What holds of it where twin's file says nothing. */
    Setting byItself() {
        return is(Form.UNIT) ? Setting.DEFAULTS : base().map(Workings::setting).orElse(Setting.NOTHING);
    }
}

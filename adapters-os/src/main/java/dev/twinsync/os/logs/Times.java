package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.Moment;
import dev.twinsync.port.LogTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the times of messages are compared with.
 *
 * @param now of the capture
 * @param zone of the machine
 * @param boot when it was started last; empty where nothing says so: then everything counts as since then
 */
record Times(Instant now, ZoneId zone, Optional<Instant> boot) {

    /** As the times of messages are, to the second. */
    Times {
        boot = boot.map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** @param now of the capture */
    static Times ofThisMachine(Instant now) {
        return new Times(now, MachineTime.zone(Path.of("/etc/localtime")), MachineTime.boot(Path.of("/proc"), now));
    }

    Optional<Instant> of(String line) {
        return LogTime.of(line, now, zone);
    }

    /** By the clock of the machine: empty where that is still to come, as no clock is ahead by a day. */
    Optional<Instant> of(LocalDateTime written) {
        var at = written.atZone(zone).toInstant();
        return Optional.of(at).filter(time -> !time.isAfter(now.plus(Duration.ofDays(1))));
    }

    Moment moment(Instant at, boolean fresh) {
        return new Moment(lastHour().holds(at), boot.filter(at::isBefore).isEmpty(), fresh);
    }

    /** From when on messages are counted. */
    Instant countedFrom() {
        var since = boot.orElse(Instant.EPOCH);
        return since.isBefore(lastHour().begin()) ? since : lastHour().begin();
    }

    private LastHour lastHour() {
        return new LastHour(now.truncatedTo(ChronoUnit.SECONDS));
    }
}

package dev.twinsync.os.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the machine says of its own time. */
final class MachineTime {

    private static final long INIT = 1;
    private static final Pattern BOOTED = Pattern.compile("(?m)^btime (\\d{1,12})$");
    private static final String ZONES = "/zoneinfo/";

    private MachineTime() {}

    /**
     * When it was started: when its first process was. On a device that is the moment at which the kernel was up. In a
     * container, which shares the kernel with others, {@code /proc/stat} tells of a start that is not its own; that is only
     * asked where the first process is hidden ({@code hidepid}).
     *
     * @param now nothing was started later than that: a clock that was set back since says nothing
     */
    static Optional<Instant> boot(Path proc, Instant now) {
        return ProcessHandle.of(INIT)
                .flatMap(init -> init.info().startInstant())
                .or(() -> kernelStart(proc))
                .filter(at -> !at.isAfter(now));
    }

    static Optional<Instant> kernelStart(Path proc) {
        try {
            var found = BOOTED.matcher(Files.readString(proc.resolve("stat")));
            return found.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(found.group(1)))) : Optional.empty();
        } catch (IOException notSaid) {
            return Optional.empty();
        }
    }

    /** Of the daemons that write logs, which do not have the variable {@code TZ} of a user. */
    static ZoneId zone(Path localtime) {
        try {
            var target = localtime.toRealPath().toString();
            int at = target.indexOf(ZONES);
            return at < 0 ? ZoneId.systemDefault() : ZoneId.of(target.substring(at + ZONES.length()));
        } catch (IOException | DateTimeException notSaid) {
            return ZoneId.systemDefault();
        }
    }
}

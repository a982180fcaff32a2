package dev.twinsync.os.schedule;

import dev.twinsync.port.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the two units, and by what twin knows them for its own: the digest of all that is below the first line. */
final class UnitFiles {

    static final String SERVICE = "twin-schedule.service";
    static final String TIMER = "twin-schedule.timer";

    private static final Pattern MARK = Pattern.compile(
            "# Made by `twin schedule install`, taken away by `twin schedule remove`: (sha256:[0-9a-f]{64})");

    private UnitFiles() {}

    /**
     * It is stopped by asking twin alone, which lets dpkg finish first: systemd would otherwise end that in the middle of a package.
     *
     * @param command absolute path of a program and its arguments */
    static String service(List<String> command) {
        return marked(Stream.of(
                "[Unit]",
                "Description=Snapshot of this machine by twin",
                "",
                "[Service]",
                "Type=oneshot",
                "Environment=LC_ALL=C.UTF-8",
                "Nice=10",
                "IOSchedulingClass=idle",
                "KillMode=mixed",
                "TimeoutStopSec=15min",
                "ExecStart=" + command.stream().map(UnitFiles::quoted).collect(Collectors.joining(" "))));
    }

    /** @param delay how many seconds it may wait at most, so that many machines do not act at the same moment */
    static String timer(When when, long delay) {
        return marked(Stream.of(
                        Stream.of(
                                "[Unit]", "Description=Snapshot of this machine by twin, by the clock", "", "[Timer]"),
                        when.lines().stream(),
                        Stream.of(
                                "RandomizedDelaySec=" + delay,
                                "AccuracySec=1s",
                                "Unit=" + SERVICE,
                                "",
                                "[Install]",
                                "WantedBy=timers.target"))
                .flatMap(lines -> lines));
    }

    private static String marked(Stream<String> lines) {
        var body = lines.collect(Collectors.joining("\n", "", "\n"));
        return "# Made by `twin schedule install`, taken away by `twin schedule remove`: " + digest(body) + "\n" + body;
    }

    private static String digest(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.UTF_8)).text();
    }

    /** Whether twin wrote exactly this. */
    static boolean isOwn(String text) {
        int end = text.indexOf('\n');
        var mark = MARK.matcher(end < 0 ? text : text.substring(0, end));
        return mark.matches() && mark.group(1).equals(digest(text.substring(end + 1)));
    }

    /** As one word of a command line in a unit, in which {@code %} and {@code $} have a meaning. */
    static String quoted(String word) {
        if (word.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character cannot stand in a unit");
        }
        return "\""
                + word.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("%", "%%")
                        .replace("$", "$$")
                + "\"";
    }
}

package dev.twinsync.os.files;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.timers.TimerText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.List;

/** What twin writes about timers stands among the units of the owner, and is looked after by timers. */
final class TwinsTimer {

    private static final String UNITS = "/etc/systemd/system/";
    private static final List<Path> DROP_IN = List.of(Path.of("50-twin.conf"));
    private static final byte[] MARK = TimerText.MARK.getBytes(StandardCharsets.UTF_8);

    private TwinsTimer() {}

    /**
     * Whether it is a timer that begins as twin's own do, or a folder with nothing but twin's drop-in; what cannot be read is not
     * taken for either.
     */
    static boolean is(TargetPath path) {
        if (!path.text().startsWith(UNITS)) {
            return false;
        }
        var place = Path.of(path.text());
        try {
            return path.text().endsWith(".timer") && isTimer(place)
                    || path.text().endsWith(".timer.d") && isFolder(place);
        } catch (IOException | Refusal unreadable) {
            return false;
        }
    }

    private static boolean isTimer(Path file) throws IOException, Refusal {
        try (var foothold = Foothold.above(file)) {
            return foothold.look(file)
                            .filter(PosixFileAttributes::isRegularFile)
                            .isPresent()
                    && Arrays.equals(MARK, Arrays.copyOf(foothold.read(file, MARK.length), MARK.length));
        }
    }

    private static boolean isFolder(Path folder) throws IOException, Refusal {
        try (var foothold = Foothold.in(folder)) {
            return foothold.names().equals(DROP_IN);
        }
    }
}

package dev.twinsync.os.packages;

import dev.twinsync.port.Progress;
import java.util.regex.Pattern;

/** Makes one rising percentage of the two that apt writes to its status descriptor: downloading, then dpkg. */
final class AptProgress {

    private static final Pattern STATUS =
            Pattern.compile("(dlstatus|pmstatus):[^\\t]*?:([0-9]{1,3}(?:\\.[0-9]+)?):(.*)");
    private static final double DOWNLOADED = 30;
    private static final double ALMOST = 99;

    private final Progress progress;
    private int reached;

    AptProgress(Progress progress) {
        this.progress = progress;
    }

    void line(String line) {
        var status = STATUS.matcher(line);
        if (status.matches()) {
            double percent = Math.min(100, Double.parseDouble(status.group(2)));
            double overall = status.group(1).equals("dlstatus")
                    ? percent / 100 * DOWNLOADED
                    : DOWNLOADED + percent / 100 * (ALMOST - DOWNLOADED);
            reached = Math.max(reached, (int) overall);
            progress.at(reached, status.group(3));
        }
    }
}

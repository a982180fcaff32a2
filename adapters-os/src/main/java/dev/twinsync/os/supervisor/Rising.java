package dev.twinsync.os.supervisor;

import dev.twinsync.port.Progress;

/** Never tells less than before: a Supervisor that starts anew knows nothing of what it did. */
final class Rising implements Progress {

    private final Progress progress;
    private int highest;

    Rising(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void at(int percent, String what) {
        highest = Math.max(highest, percent);
        progress.at(highest, what);
    }

    @Override
    public void said(String stderr) {
        progress.said(stderr);
    }
}

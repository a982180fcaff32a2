package dev.twinsync.os.supervisor;

import dev.twinsync.port.Progress;

/**
 * A part of a piece of work, which goes from one percentage to another.
 *
 * @param from where it begins
 * @param to where it ends
 */
record Share(Progress progress, int from, int to) {

    private static final int WHOLE = 100;

    static Share whole(Progress progress) {
        return new Share(progress, 0, WHOLE);
    }

    /** @param percent of this part */
    void at(int percent, String what) {
        progress.at(from + (to - from) * Math.clamp(percent, 0, WHOLE) / WHOLE, what);
    }

    /** What comes before that, and what comes after. @param percent of this part */
    Share until(int percent) {
        return new Share(progress, from, from + (to - from) * percent / WHOLE);
    }

    Share since(int percent) {
        return new Share(progress, from + (to - from) * percent / WHOLE, to);
    }
}

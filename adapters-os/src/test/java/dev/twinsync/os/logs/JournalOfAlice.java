package dev.twinsync.os.logs;

import java.util.Map;

/** A program of its own: what twin knows of the journal when alice runs it. */
final class JournalOfAlice {

    private JournalOfAlice() {}

    public static void main(String[] none) {
        var capture = JournalLab.capture(Map.of());
        var report = JournalLab.report(capture);
        System.out.println(report.unavailable()
                .orElseGet(() -> report.counts().errors().sinceBoot() + " errors, "
                        + JournalLab.lines(capture, JournalLogs.TAIL, "lab-secret-of-root")
                                .size() + " of root"));
    }
}

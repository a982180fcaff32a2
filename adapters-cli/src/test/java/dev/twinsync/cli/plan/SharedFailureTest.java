package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.domain.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One fault by which many actions fail is told once, as it is in a plan that it blocks. */
class SharedFailureTest {

    private static final String FAULT = "apt-get failed: E: Failed to fetch http://mirror.example/pool/t/tree.deb"
            + "  Could not connect to mirror.example:80; look at the network, then run: twin plan";

    private final StringWriter screen = new StringWriter();
    private final Progress progress = new Progress(new PrintWriter(screen), false, false);

    private void failed(String action, String reason) {
        progress.ended(action, new Outcome.Failed(reason));
    }

    private List<String> lines() {
        return screen.toString().lines().toList();
    }

    @Test
    void what_failed_with_apt_is_told_with_the_first_package_and_each_other_names_that_one() {
        failed("packages.debian/install/htop", FAULT);
        failed("packages.debian/install/tree", FAULT);
        failed("packages.debian/install/vim", FAULT);
        assertEquals(
                List.of(
                        "FAILED     packages.debian/install/htop: " + FAULT,
                        "FAILED     packages.debian/install/tree: for the same reason as packages.debian/install/htop",
                        "FAILED     packages.debian/install/vim: for the same reason as packages.debian/install/htop"),
                lines());
    }

    @Test
    void who_has_a_reason_of_its_own_or_one_in_few_words_is_told_it() {
        failed("packages.debian/install/htop", FAULT);
        failed("packages.debian/install/tree", FAULT + " Again.");
        progress.ended(
                "services.systemd/start/a.service", new Outcome.Skipped("packages.debian/install/a did not succeed"));
        progress.ended(
                "services.systemd/start/b.service", new Outcome.Skipped("packages.debian/install/a did not succeed"));
        progress.ended("cron.user/add/a", new Outcome.Done());
        progress.ended("cron.user/add/b", new Outcome.Done());
        assertEquals(
                List.of(
                        "FAILED     packages.debian/install/htop: " + FAULT,
                        "FAILED     packages.debian/install/tree: " + FAULT + " Again.",
                        "skipped    services.systemd/start/a.service: packages.debian/install/a did not succeed",
                        "skipped    services.systemd/start/b.service: packages.debian/install/a did not succeed",
                        "done       cron.user/add/a",
                        "done       cron.user/add/b"),
                lines());
    }

    @Test
    void how_each_of_them_ended_is_told_whatever_is_shared() {
        failed("packages.debian/install/htop", FAULT);
        progress.ended("packages.debian/install/tree", new Outcome.RollbackFailed(FAULT));
        assertEquals(
                "NOT UNDONE packages.debian/install/tree: for the same reason as packages.debian/install/htop",
                lines().getLast());
    }

    @Test
    void what_is_there_instead_is_no_reason_that_two_could_share() {
        progress.ended("files.mirror/write//etc/a", new Outcome.Stale(FAULT));
        progress.ended("files.mirror/write//etc/b", new Outcome.Stale(FAULT));
        assertEquals("STALE      files.mirror/write//etc/b: " + FAULT, lines().getLast());
    }
}

package dev.twinsync.os.packages;

import dev.twinsync.os.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The commands that finish what was cut off. All but the first have no time limit: dpkg must never be killed. */
final class Repair {

    private static final Duration LOCK_AND_LISTS = Duration.ofMinutes(3);

    private Repair() {}

    /** Changes nothing. A run of apt that outlived its twin goes on working; this waits for it as long as apt waits. */
    static Command waitForOthers() {
        return Command.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=60", "check")
                .withLimit(LOCK_AND_LISTS);
    }

    static Command configureAll() {
        return Command.of("dpkg", "--force-confdef", "--force-confold", "--configure", "-a")
                .withEnvironment(Request.UNATTENDED)
                .withoutLimit();
    }

    /** Brings what is needed, and configures; also what was to be removed and is still whole. */
    static Command fixBroken() {
        return apt(List.of("--fix-broken", "install"), List.of());
    }

    /** What was cut off while it was unpacked or removed, apt leaves as it is until it is told to install that again. */
    static Command reinstall(List<String> names) {
        return apt(List.of("--reinstall", "install"), names);
    }

    private static Command apt(List<String> what, List<String> names) {
        var options = new ArrayList<>(List.of("-y", "-q", "--no-auto-remove", "--no-remove"));
        options.addAll(Request.REAL);
        options.addAll(what);
        return Command.of("apt-get", Tools.withNames(options, names))
                .withEnvironment(Request.UNATTENDED)
                .withoutLimit();
    }
}

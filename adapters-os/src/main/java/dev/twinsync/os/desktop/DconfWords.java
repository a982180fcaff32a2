package dev.twinsync.os.desktop;

import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Attempt;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How dconf came along with writing. What it says of its input may hold the value, so that is known by its words and told in others; what
 * its service says over the bus is of files and disks, and told as it stands.
 */
record DconfWords(Session session) {

    private static final Pattern OF_SERVICE = Pattern.compile("GDBus\\.Error:[\\w.]+: (.+)");
    private static final String SERVICE = "ca.desrt.dconf";
    private static final String NO_SERVICE =
            "the service of dconf does not start; run: systemctl --user restart dconf, or where"
                    + " that is not installed: sudo apt-get install dconf-service";

    Attempt attempt(Result result) {
        return switch (result) {
            case Result.Ended ended when ended.exit() == 0 -> new Attempt.Ran();
            case Result.Ended ended -> new Attempt.Refused(reason(ended.message(), ended.exit()));
            case Result other -> new Attempt.Refused(other.inWords("dconf"));
        };
    }

    private String reason(String message, int exit) {
        if (message.contains("non-writable")) {
            return "one of the settings is locked: whoever runs this machine decides it, in /etc/dconf/db";
        }
        if (message.contains(SERVICE) || message.contains("Timeout was reached")) {
            return NO_SERVICE;
        }
        return ofService(message)
                .orElseGet(() -> isWithoutBus(message)
                        ? session.lacksBus()
                                .orElse("the bus of " + session.self().name() + " does not answer")
                        : "dconf ended with " + exit);
    }

    private static Optional<String> ofService(String message) {
        return OF_SERVICE.matcher(message).results().findFirst().map(said -> "dconf refused: " + said.group(1));
    }

    private static boolean isWithoutBus(String message) {
        return message.contains("connect") || message.contains("autolaunch");
    }
}

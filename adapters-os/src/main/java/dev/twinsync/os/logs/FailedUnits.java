package dev.twinsync.os.logs;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The units that systemd calls failed.
 *
 * @param unknown why that is not known; then there are none
 */
record FailedUnits(List<String> names, Optional<String> unknown) {

    private static final Command QUESTION = Command.of(
                    "systemctl",
                    "list-units",
                    "--state=failed",
                    "--plain",
                    "--no-legend",
                    "--full",
                    "--all",
                    "--no-pager",
                    "--no-ask-password")
            .withLimit(Duration.ofSeconds(30));

    static FailedUnits ask(CommandRunner commands) {
        return switch (commands.run(QUESTION)) {
            case Result.Ended ended when ended.exit() == 0 -> new FailedUnits(names(ended.text()), Optional.empty());
            case Result other ->
                new FailedUnits(
                        List.of(),
                        Optional.of("which units failed is not known: " + other.inWords("systemctl list-units")));
        };
    }

    private static List<String> names(String table) {
        return table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+")[0])
                .sorted()
                .toList();
    }
}

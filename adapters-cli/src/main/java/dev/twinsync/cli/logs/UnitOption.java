package dev.twinsync.cli.logs;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Restricts what is shown of the logs to what is about some units. */
final class UnitOption {

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            split = ",",
            description = "Only what is about this unit or program; nginx is nginx.service too;"
                    + " * and ? match any characters and any one.")
    private List<String> units = new ArrayList<>();

    List<String> units() {
        return List.copyOf(units);
    }
}

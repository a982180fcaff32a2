package dev.twinsync.cli.logs;

import dev.twinsync.flow.logs.LogFilter;
import dev.twinsync.flow.logs.ShowLogs;
import picocli.CommandLine.Mixin;

/** All that can restrict what is shown of the logs. */
final class LogFilterOptions {

    @Mixin
    private GrepOption grep;

    @Mixin
    private SinceOption since;

    @Mixin
    private UnitOption unit;

    boolean hasPattern() {
        return grep.isGiven();
    }

    /** Whether a time or a unit is given. */
    boolean hasOthers() {
        return since.since().isPresent() || !unit.units().isEmpty();
    }

    LogFilter of(ShowLogs logs) {
        return logs.filter(since.since(), unit.units(), grep.search());
    }
}

package dev.twinsync.cli.schedule;

import picocli.CommandLine.Command;

@Command(
        name = "schedule",
        description = "Let twin take snapshots by the clock, and bring word when something is not as wished.",
        subcommands = {
            ScheduleInstallCommand.class,
            ScheduleShowCommand.class,
            ScheduleRemoveCommand.class,
            ScheduleRunCommand.class
        })
public final class ScheduleCommand {}

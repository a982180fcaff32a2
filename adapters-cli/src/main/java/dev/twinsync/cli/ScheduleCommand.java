package dev.twinsync.cli;

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
final class ScheduleCommand {}

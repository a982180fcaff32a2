package dev.twinsync.cli;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show and check how twin works on this machine.",
        subcommands = {ConfigShowCommand.class, ConfigGetCommand.class, ConfigValidateCommand.class})
final class ConfigCommand {}

package dev.twinsync.cli;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show, check and change how twin works on this machine.",
        subcommands = {
            ConfigShowCommand.class,
            ConfigGetCommand.class,
            ConfigValidateCommand.class,
            ConfigAllowSecretCommand.class
        })
final class ConfigCommand {}

package dev.twinsync.cli.config;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show, check and change how twin works on this machine.",
        subcommands = {
            ConfigShowCommand.class,
            ConfigListCommand.class,
            ConfigGetCommand.class,
            ConfigSetCommand.class,
            ConfigEditCommand.class,
            ConfigFsCommand.class,
            ConfigValidateCommand.class,
            ConfigAllowSecretCommand.class
        })
public final class ConfigCommand {}

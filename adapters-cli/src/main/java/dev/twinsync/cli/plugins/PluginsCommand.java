package dev.twinsync.cli.plugins;

import picocli.CommandLine.Command;

@Command(
        name = "plugins",
        description = "What twin manages on this machine, and by what.",
        subcommands = {
            PluginsListCommand.class,
            PluginsDescribeCommand.class,
            PluginsCheckCommand.class,
            PluginsRenewCommand.class,
            PluginsTrustCommand.class
        })
public final class PluginsCommand {}

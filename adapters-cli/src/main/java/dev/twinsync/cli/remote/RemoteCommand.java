package dev.twinsync.cli.remote;

import picocli.CommandLine.Command;

@Command(
        name = "remote",
        description = "Other repositories that this one is pushed to and pulled from.",
        subcommands = {RemoteAddCommand.class, RemoteCreateCommand.class, RemoteShowCommand.class})
public final class RemoteCommand {}

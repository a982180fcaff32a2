package dev.twinsync.cli;

import picocli.CommandLine.Command;

@Command(
        name = "remote",
        description = "Other repositories that this one is pushed to and pulled from.",
        subcommands = {RemoteAddCommand.class, RemoteCreateCommand.class, RemoteShowCommand.class})
final class RemoteCommand {}

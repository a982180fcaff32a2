package dev.twinsync.cli;

import static java.util.Map.entry;

import dev.twinsync.cli.config.ConfigCommand;
import dev.twinsync.cli.doctor.DoctorCommand;
import dev.twinsync.cli.history.HistoryCommand;
import dev.twinsync.cli.history.RestoreCommand;
import dev.twinsync.cli.logs.LogsCommand;
import dev.twinsync.cli.migrate.MigrateCommand;
import dev.twinsync.cli.plan.ApplyCommand;
import dev.twinsync.cli.plan.ApproveCommand;
import dev.twinsync.cli.plan.PlanCommand;
import dev.twinsync.cli.plan.UndoCommand;
import dev.twinsync.cli.plugins.PluginsCommand;
import dev.twinsync.cli.remote.PullCommand;
import dev.twinsync.cli.remote.PushCommand;
import dev.twinsync.cli.remote.RemoteCommand;
import dev.twinsync.cli.remote.ShareCommand;
import dev.twinsync.cli.review.AdoptCommand;
import dev.twinsync.cli.review.DiffCommand;
import dev.twinsync.cli.review.IgnoreCommand;
import dev.twinsync.cli.review.ReviewCommand;
import dev.twinsync.cli.schedule.ScheduleCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * What comes after {@code twin} on a command line. To read the annotations of all commands takes longer than most of them do, so
 * a command line is given the one command that it names, and all of them only where it names none.
 */
public final class Commands {

    /** By name, in the order in which the help lists them. */
    private static final Map<String, Class<?>> BY_NAME = inOrder(List.of(
            entry("init", InitCommand.class),
            entry("snapshot", SnapshotCommand.class),
            entry("plan", PlanCommand.class),
            entry("apply", ApplyCommand.class),
            entry("undo", UndoCommand.class),
            entry("status", StatusCommand.class),
            entry("pull", PullCommand.class),
            entry("push", PushCommand.class),
            entry("approve", ApproveCommand.class),
            entry("remote", RemoteCommand.class),
            entry("diff", DiffCommand.class),
            entry("review", ReviewCommand.class),
            entry("history", HistoryCommand.class),
            entry("restore", RestoreCommand.class),
            entry("share", ShareCommand.class),
            entry("adopt", AdoptCommand.class),
            entry("ignore", IgnoreCommand.class),
            entry("logs", LogsCommand.class),
            entry("migrate", MigrateCommand.class),
            entry("schedule", ScheduleCommand.class),
            entry("doctor", DoctorCommand.class),
            entry("config", ConfigCommand.class),
            entry("plugins", PluginsCommand.class),
            entry("upgrade", UpgradeCommand.class),
            entry("completion", CompletionCommand.class),
            entry("manual", ManualCommand.class),
            entry("worker", WorkerCommand.class),
            entry("rehearse", RehearseCommand.class),
            entry("help", HelpOfCommand.class)));

    private Commands() {}

    private static Map<String, Class<?>> inOrder(List<Map.Entry<String, Class<?>>> entries) {
        var commands = new LinkedHashMap<String, Class<?>>();
        entries.forEach(entry -> commands.put(entry.getKey(), entry.getValue()));
        return commands;
    }

    /** With every command. */
    public static CommandLine all() {
        return with(BY_NAME.keySet());
    }

    /** With the one that these arguments begin with, and with all where they begin with none. */
    static CommandLine of(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "--version", "-V" -> with(Set.of());
            case "help" -> all();
            case String first -> BY_NAME.containsKey(first) ? with(Set.of(first)) : all();
        };
    }

    private static CommandLine with(Set<String> names) {
        var twin = new CommandLine(TwinCommand.class);
        BY_NAME.forEach((name, command) -> {
            if (names.contains(name)) {
                twin.addSubcommand(name, command);
            }
        });
        return twin;
    }
}

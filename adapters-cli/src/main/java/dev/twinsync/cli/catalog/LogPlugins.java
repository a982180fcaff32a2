package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.HomeAssistantOption;
import dev.twinsync.domain.logs.FileSource;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.twin.Logging;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.logs.HomeAssistantLogs;
import dev.twinsync.os.logs.JournalLogs;
import dev.twinsync.os.logs.LogFiles;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.os.worker.OtherHost;
import dev.twinsync.port.LogSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The plugins of the {@link Catalog} that read logs. */
public final class LogPlugins {

    private LogPlugins() {}

    /** The log plugins, without those that are switched off. */
    public static Logging logging(Configuration configuration, CommandRunner commands, Redaction redaction) {
        var homeAssistant = configuration.homeAssistant().configDir().map(HomeAssistantOption::path);
        return logging(configuration, sources(commands, redaction, homeAssistant));
    }

    /** The same, of another machine. */
    public static Logging logging(Configuration configuration, OtherHost host) {
        return logging(
                configuration,
                List.of(
                        host.logs(
                                Catalog.JOURNAL,
                                JournalLogs.MARK,
                                Optional.empty(),
                                wanted -> wanted.journal().enabled() ? List.of("journal") : List.of()),
                        host.logs(
                                Catalog.LOG_FILES,
                                LogFiles.MARKS,
                                Optional.empty(),
                                wanted -> wanted.files().enabled()
                                        ? wanted.files().sources().stream()
                                                .map(FileSource::name)
                                                .toList()
                                        : List.of()),
                        host.logs(
                                Catalog.HOME_ASSISTANT_LOGS,
                                HomeAssistantLogs.MARKS,
                                Optional.of(HomeAssistantLogs.SUMMARY),
                                wanted -> wanted.homeAssistant().enabled() ? List.of("ha_core") : List.of())));
    }

    /** @param homeAssistant the folder of the one that is meant, where there are several */
    static List<LogSource> sources(CommandRunner commands, Redaction redaction, Optional<Path> homeAssistant) {
        var self = Self.ofThisProcess();
        return List.of(
                new JournalLogs(commands, self, redaction),
                new LogFiles(self, redaction),
                new HomeAssistantLogs(
                        commands,
                        self,
                        redaction,
                        Installations.ofThisMachine(commands),
                        SupervisorAccess.ofThisProcess(),
                        homeAssistant));
    }

    private static Logging logging(Configuration configuration, List<LogSource> sources) {
        return new Logging(
                sources.stream()
                        .filter(source -> !configuration.disabled().contains(source.name()))
                        .toList(),
                configuration.logs().keep(),
                configuration.logs().keepDays(),
                configuration.git().logs());
    }
}

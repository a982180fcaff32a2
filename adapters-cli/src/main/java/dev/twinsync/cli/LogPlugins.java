package dev.twinsync.cli;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.Configuration;
import dev.twinsync.flow.Logging;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.logs.HomeAssistantLogs;
import dev.twinsync.os.logs.JournalLogs;
import dev.twinsync.os.logs.LogFiles;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.port.LogSource;
import java.util.List;

/** The plugins of the {@link Catalog} that read logs. */
final class LogPlugins {

    private LogPlugins() {}

    /** The log plugins, without those that are switched off. */
    static Logging logging(Configuration configuration, CommandRunner commands, Redaction redaction) {
        var self = Self.ofThisProcess();
        List<LogSource> sources = List.of(
                new JournalLogs(commands, self, redaction),
                new LogFiles(self, redaction),
                new HomeAssistantLogs(
                        commands,
                        self,
                        redaction,
                        Installations.ofThisMachine(commands),
                        SupervisorAccess.ofThisProcess(),
                        configuration.homeAssistant().configDir().map(HomeAssistantOption::path)));
        return logging(configuration, sources);
    }

    /** The same, of a machine whose logs cannot be had. */
    static Logging withoutLogs(Configuration configuration, String reason) {
        return logging(configuration, LogsElsewhere.all(reason));
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

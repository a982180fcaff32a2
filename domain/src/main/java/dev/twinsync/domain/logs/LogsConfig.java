package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import java.util.List;

/** Which logs are captured, and how much of them: {@code state/logs_config.yaml}. */
public record LogsConfig(JournalWish journal, FilesWish files, HomeAssistantWish homeAssistant) {

    public static final LogsConfig DEFAULT =
            new LogsConfig(JournalWish.DEFAULT, FilesWish.DEFAULT, HomeAssistantWish.DEFAULT);

    public static final RecordShape<LogsConfig> SHAPE = shape();

    private static RecordShape<LogsConfig> shape() {
        var journal = withDefault("systemd_journal", JournalWish.SHAPE, JournalWish.DEFAULT, LogsConfig::journal);
        var files = withDefault("files", FilesWish.SHAPE, FilesWish.DEFAULT, LogsConfig::files);
        var homeAssistant = withDefault(
                "home_assistant", HomeAssistantWish.SHAPE, HomeAssistantWish.DEFAULT, LogsConfig::homeAssistant);
        return new RecordShape<>(
                List.of(journal, files, homeAssistant),
                line -> new LogsConfig(line.get(journal), line.get(files), line.get(homeAssistant)));
    }

    /** How many of its last lines are kept of a log. */
    static long checkedTail(long lines) {
        if (lines < 1 || lines > MOST_LINES) {
            throw new IllegalArgumentException("tail_lines must be from 1 to " + MOST_LINES + ", not " + lines);
        }
        return lines;
    }

    static final long USUAL_TAIL = 200;
    private static final long MOST_LINES = 5000;
}

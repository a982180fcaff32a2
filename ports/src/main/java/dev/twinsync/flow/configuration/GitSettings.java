package dev.twinsync.flow.configuration;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/** What goes into commits: {@code git} in {@code config.yaml}. */
public record GitSettings(LogsInGit logs) {

    static final GitSettings DEFAULT = new GitSettings(LogsInGit.INDEX);

    static final RecordShape<GitSettings> SHAPE = shape();

    private static RecordShape<GitSettings> shape() {
        var logs = withDefault("logs", Shape.word(LogsInGit.class), LogsInGit.INDEX, GitSettings::logs);
        return new RecordShape<>(List.of(logs), line -> new GitSettings(line.get(logs)));
    }
}

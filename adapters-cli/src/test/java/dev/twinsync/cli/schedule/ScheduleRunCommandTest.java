package dev.twinsync.cli.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees what the timer starts: where that cannot even begin, a person is to know. */
class ScheduleRunCommandTest extends FilesOnly {

    @ParameterizedTest
    @ValueSource(strings = {"config.yaml", "plugins/files.mirror/plugin.yaml"})
    void word_is_sent_where_twin_cannot_read_how_it_is_to_work(String document) throws IOException {
        Files.writeString(repo.resolve(document), "broken: [\n");

        var run = twin("schedule run --output json");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.out().contains("\"told\": true"), run::out);
        assertTrue(run.out().contains(document + ":2:1 is not YAML"), run::out);

        assertTrue(twin("schedule run --output json").out().contains("\"told\": false"), "the same is not told twice");
    }
}

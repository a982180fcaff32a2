package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.FilesOnly;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An apply that changes nothing: because all is as it is wished, or because nothing can be done about it. */
class NothingToDoTest extends FilesOnly {

    private void wishWithoutContent() throws IOException {
        wish("welcome\n");
        Files.delete(repo.resolve("filesystem/motd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "apply --yes", "apply --yes --dry-run"})
    void where_all_is_blocked_something_is_pending(String command) throws IOException {
        wishWithoutContent();
        assertEquals(2, twin("plan").exit());
        var run = twin(command);

        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.out().contains("Nothing can be done; to see what is blocked, run: twin plan"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "apply --yes", "apply --yes --dry-run"})
    void where_all_is_as_it_is_wished_nothing_is(String command) throws IOException {
        wish("welcome\n");
        Files.writeString(motd, "welcome\n");
        ok("plan");
        var run = ok(command);

        assertTrue(run.out().contains("Nothing to do."), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply --output json", "apply --dry-run --output json"})
    void a_program_is_told_how_much_is_blocked(String command) throws IOException {
        wishWithoutContent();
        twin("plan");

        assertTrue(twin(command).out().replaceAll("\\s", "").contains("{\"results\":[],\"blocked\":1}"));
    }
}

package dev.twinsync.os.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a hook is not run. */
class HookTest {

    @TempDir
    private Path temporary;

    private static Optional<String> objection(Path program) throws IOException {
        return new Hook(new SystemCommandRunner(), program, Self.ofThisProcess().uid()).objection();
    }

    @Test
    void behind_a_link_it_has_another_name_which_is_said() throws IOException {
        var real = Files.createDirectory(temporary.toRealPath().resolve("real"));
        var program = Files.createFile(real.resolve("hook"));
        var link = Files.createSymbolicLink(real.resolveSibling("link"), real);

        assertEquals(
                Optional.of(link + " is a symbolic link, which twin does not follow; name it " + program),
                objection(link.resolve("hook")));
    }

    @Test
    void in_a_folder_that_is_not_there_it_cannot_be() throws IOException {
        var gone = temporary.toRealPath().resolve("gone");
        assertEquals(Optional.of(gone + " is not there"), objection(gone.resolve("hook")));
    }
}

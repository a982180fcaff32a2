package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.twinsync.cli.FilesOnly;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A digest that is written beside a wish, so that its content cannot be exchanged without a word. */
class WrittenDigestTest extends FilesOnly {

    private static final String OTHER = "sha256:" + "0".repeat(64);

    private void wishWithDigest(String content, String digest) throws IOException {
        wish(content);
        Files.writeString(
                repo.resolve("state/files.yaml"),
                "    # exactly that\n    digest: \"" + digest + "\"\n",
                StandardOpenOption.APPEND);
    }

    private static String digestOf(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "status", "config validate"})
    void another_one_is_told_with_its_line_and_what_to_do(String command) throws IOException {
        wishWithDigest("of the day", OTHER);
        var run = twin(command);
        assertEquals(1, run.exit(), run::toString);
        assertEquals(
                List.of("twin: state/files.yaml:6:13 the content of filesystem/motd is " + digestOf("of the day")
                        + ", but its line says " + OTHER
                        + "; bring that content back, or write the digest of this one if it is meant"),
                run.err().lines().toList());
        assertFalse(Files.exists(motd));
    }

    @Test
    void the_right_one_is_no_fault() throws IOException {
        wishWithDigest("of the day", digestOf("of the day"));
        assertEquals(2, twin("plan").exit());
        ok("apply --yes");
        assertEquals("of the day", Files.readString(motd));
    }
}

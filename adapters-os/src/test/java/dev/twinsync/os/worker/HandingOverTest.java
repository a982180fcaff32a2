package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Sha256;
import dev.twinsync.port.WishedContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files written by a root side that has no repository. */
class HandingOverTest {

    private static final WishedContent NONE = path -> {
        throw new IOException("there is no content at " + path);
    };

    @TempDir
    private Path temporary;

    private final Kept kept = new Kept();
    private Path folder;
    private Nearby root;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.toRealPath();
        root = new Nearby(
                client -> Map.of(
                        "test",
                        new Hosted<>(
                                new dev.twinsync.domain.files.Files(),
                                new MirroredFiles(
                                        client.content(),
                                        kept,
                                        CaptureRules.DEFAULT,
                                        client.repository(),
                                        new ScriptedCommands()))),
                kept,
                folder);
    }

    @AfterEach
    void end() {
        root.close();
    }

    private FileAction write(String name, byte[] content) throws IOException {
        var own = Files.readAttributes(folder, PosixFileAttributes.class);
        return new FileAction.Write(
                new TargetPath(folder.resolve(name).toString()),
                new TwinPath("filesystem/" + name),
                Sha256.of(content),
                new FileMode("0640"),
                new AccountName(own.owner().getName()),
                new AccountName(own.group().getName()));
    }

    private Attempt apply(FileAction action, WishedContent content) {
        return root.backend(new dev.twinsync.domain.files.Files(), content).apply(List.of(action), Progress.SILENT);
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void content_of_any_size_arrives_as_it_was() throws IOException {
        for (int length : new int[] {0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3 << 18, 1_000_000}) {
            var content = bytes(length);
            assertEquals(
                    new Attempt.Ran(), apply(write("x" + length, content), _ -> new ByteArrayInputStream(content)));
            assertArrayEquals(content, Files.readAllBytes(folder.resolve("x" + length)));
        }
    }

    @Test
    void files_of_home_assistant_are_handed_over_like_any_others() throws IOException {
        var content = bytes(1000);
        var action = new ConfigFileAction.SyncConfigFile(
                new ConfigPath("a.yaml"), new TwinPath("filesystem/a"), Sha256.of(content));
        var taken = new ByteArrayOutputStream();
        try (var configuring = new Nearby(
                client -> Map.of(
                        "test", new Hosted<>(new HomeAssistantConfig(true), new Reading(client.content(), taken))),
                kept,
                Files.createDirectory(folder.resolve("other")))) {
            assertEquals(
                    new Attempt.Ran(),
                    configuring
                            .backend(new HomeAssistantConfig(true), _ -> new ByteArrayInputStream(content))
                            .apply(List.of(action), Progress.SILENT));
        }
        assertArrayEquals(content, taken.toByteArray());
    }

    /** Does nothing with what it is given but to look at it. */
    private record Reading(WishedContent given, ByteArrayOutputStream taken)
            implements Backend<LiveConfigFile, ConfigFileAction> {

        @Override
        public Observation<LiveConfigFile> observe(Scope scope) {
            return new Observation.Seen<>(List.of());
        }

        @Override
        public Attempt apply(List<ConfigFileAction> transaction, Progress progress) {
            try (var content = given.open(new TwinPath("filesystem/a"))) {
                content.transferTo(taken);
                return new Attempt.Ran();
            } catch (IOException none) {
                return new Attempt.Refused(none.getMessage());
            }
        }
    }

    @Test
    void what_the_root_side_has_kept_need_not_be_handed_over() throws IOException {
        var content = bytes(1000);
        kept.with(content);
        assertEquals(new Attempt.Ran(), apply(write("x", content), NONE));
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("x")));
    }

    @Test
    void content_that_nobody_has_is_a_refusal_in_words() throws IOException {
        assertEquals(new Attempt.Refused("there is no content at filesystem/x"), apply(write("x", bytes(10)), NONE));
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void content_that_was_changed_after_the_plan_is_refused_and_the_next_one_is_not() throws IOException {
        var refused = assertInstanceOf(
                Attempt.Refused.class, apply(write("x", bytes(10)), _ -> new ByteArrayInputStream(bytes(11))));
        assertTrue(refused.reason().contains("run twin plan again"), refused::reason);
        assertEquals(new Attempt.Ran(), apply(write("x", bytes(10)), _ -> new ByteArrayInputStream(bytes(10))));
    }

    @Test
    void content_that_is_too_much_is_refused_and_the_next_one_is_not() throws IOException {
        var much = bytes(5 << 20);
        var refused =
                assertInstanceOf(Attempt.Refused.class, apply(write("x", much), _ -> new ByteArrayInputStream(much)));
        assertTrue(refused.reason().contains("more content than"), refused::reason);
        assertEquals(new Attempt.Ran(), apply(write("x", bytes(10)), _ -> new ByteArrayInputStream(bytes(10))));
    }

    @Test
    void content_that_cannot_be_read_to_its_end_can_be_handed_over_again() throws IOException {
        var content = bytes(600_000);
        var half = new ByteArrayInputStream(content, 0, 300_000);
        var broken = new SequenceInputStream(half, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is broken");
            }
        });
        assertEquals(new Attempt.Refused("the disk is broken"), apply(write("x", content), _ -> broken));
        assertEquals(new Attempt.Ran(), apply(write("x", content), _ -> new ByteArrayInputStream(content)));
    }
}

package dev.twinsync.os.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is read from a file that is its owner's alone, and is in no sentence. What belongs to whom is shown on the lab machine. */
class SecretOnDiskTest {

    private static final String SECRET = "s3cret of the test";

    @TempDir
    private Path folder;

    private SecretOnDisk secrets;

    @BeforeEach
    void below_a_folder_of_ones_own() {
        secrets = new SecretOnDisk(Self.ofThisProcess().uid(), 4096, folder);
    }

    private Path file(byte[] content, String rights) throws IOException {
        var file = folder.resolve("secret");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private void refused(Path file, String why) {
        for (Executable reading : List.<Executable>of(() -> secrets.line(file), () -> secrets.text(file))) {
            var message = assertThrows(IOException.class, reading).getMessage();
            assertTrue(message.contains(why), message);
            assertFalse(message.contains(SECRET), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "a", "caf\u00e9 \u4e2d", "  blanks around  ", "$(reboot)"})
    void the_one_line_is_the_secret_with_or_without_an_end(String secret) throws IOException {
        assertEquals(secret, secrets.line(file(secret.getBytes(StandardCharsets.UTF_8), "rw-------")));
        assertEquals(secret, secrets.text(file((secret + "\n").getBytes(StandardCharsets.UTF_8), "r--------")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                SECRET + "\n\n",
                SECRET + "\nmore",
                SECRET + "\r\n",
                SECRET + "\0",
                "\u001b[2J" + SECRET
            })
    void what_is_not_one_line_is_none(String content) throws IOException {
        var file = file(content.getBytes(StandardCharsets.UTF_8), "rw-------");
        var message = assertThrows(IOException.class, () -> secrets.line(file)).getMessage();
        assertTrue(message.contains("on its one line"), message);
        assertFalse(message.contains(SECRET), message);
    }

    @Test
    void a_text_may_have_several_lines_and_loses_only_the_last_end() throws IOException {
        assertEquals("a\nb\n", secrets.text(file("a\nb\n\n".getBytes(StandardCharsets.UTF_8), "rw-------")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", SECRET + "\0"})
    void what_holds_nothing_or_no_text_is_none(String content) throws IOException {
        refused(file(content.getBytes(StandardCharsets.UTF_8), "rw-------"), "hold");
    }

    @Test
    void bytes_that_are_no_text_and_a_file_too_large_are_none() throws IOException {
        refused(file(new byte[] {(byte) 0xff, (byte) 0xfe}, "rw-------"), "is not text in UTF-8");
        refused(file(SECRET.repeat(1000).getBytes(StandardCharsets.UTF_8), "rw-------"), "has more than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw------x", "rw--w----", "rw-----w-"})
    void rights_of_others_are_refused(String rights) throws IOException {
        refused(file(SECRET.getBytes(StandardCharsets.UTF_8), rights), "alone; run: ");
    }

    @Test
    void a_link_a_folder_and_nothing_are_refused() throws IOException {
        var target = file(SECRET.getBytes(StandardCharsets.UTF_8), "rw-------");
        refused(Files.createSymbolicLink(folder.resolve("link"), target), "is no plain file");
        refused(folder, "is no plain file");
        refused(folder.resolve("nothing"), "is not there");
        refused(folder.resolve("nothing/at/all"), "is not there");
    }

    @Test
    void a_folder_that_others_may_write_to_holds_no_secret() throws IOException {
        var file = file(SECRET.getBytes(StandardCharsets.UTF_8), "rw-------");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        refused(file, "where others than its owner may put files");
    }
}

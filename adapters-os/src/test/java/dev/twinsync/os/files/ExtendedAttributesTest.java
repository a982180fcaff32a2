package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That access control lists are found and carried over is shown in the lab. */
class ExtendedAttributesTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_with_one_has_one() throws IOException {
        var file = Files.writeString(folder.resolve("größer"), "content");
        assertFalse(ExtendedAttributes.mayBeOn(file));

        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("note", ByteBuffer.wrap("kept".getBytes(StandardCharsets.UTF_8)));
        assertTrue(ExtendedAttributes.mayBeOn(file));
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "content");
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write("note", ByteBuffer.wrap("kept".getBytes(StandardCharsets.UTF_8)));

        assertFalse(ExtendedAttributes.mayBeOn(Files.createSymbolicLink(folder.resolve("link"), file)));
    }

    @Test
    void what_cannot_be_told_may_be_so() {
        assertTrue(ExtendedAttributes.mayBeOn(folder.resolve("not there")));
    }
}

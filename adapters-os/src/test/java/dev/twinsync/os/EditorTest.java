package dev.twinsync.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor is started with a list of arguments; programs that edit by themselves stand in for a person. */
class EditorTest {

    @TempDir
    Path folder;

    @Test
    void it_gets_its_arguments_and_then_the_file() throws IOException {
        var wanted = Files.writeString(folder.resolve("wanted"), "edited\n");
        var file = Files.writeString(folder.resolve("config.yaml"), "before\n");
        new Editor(List.of("cp", "--", wanted.toString())).edit(file);
        assertEquals("edited\n", Files.readString(file));
    }

    @Test
    void no_shell_reads_what_is_said() throws IOException {
        var file = Files.writeString(folder.resolve("a $(touch made); b"), "x");
        new Editor(List.of("cp", "--", file.toString())).edit(folder.resolve("$(touch made) `touch made`"));
        assertFalse(Files.exists(folder.resolve("made")));
        assertTrue(Files.exists(folder.resolve("$(touch made) `touch made`")));
    }

    @Test
    void an_editor_that_fails_is_told() {
        var fault = assertThrows(IOException.class, () -> new Editor(List.of("/bin/false")).edit(folder));
        assertEquals("the editor /bin/false ended with 1", fault.getMessage());
    }

    @Test
    void one_that_is_not_there_is_told_with_the_remedy() {
        var fault = assertThrows(IOException.class, () -> new Editor(List.of("no-such-editor")).edit(folder));
        assertEquals(
                "the editor no-such-editor is not installed; say another in VISUAL, which counts before EDITOR, as VISUAL=nano",
                fault.getMessage());
    }

    @Test
    void one_that_cannot_be_started_is_told_with_the_reason_and_the_remedy() throws IOException {
        var gone = assertThrows(IOException.class, () -> new Editor(List.of("/no/such/editor")).edit(folder));
        assertEquals(
                "the editor /no/such/editor cannot be started: No such file or directory; say another in VISUAL,"
                        + " which counts before EDITOR, as VISUAL=nano",
                gone.getMessage());
        var text = Files.writeString(folder.resolve("text"), "no program").toString();
        var refused = assertThrows(IOException.class, () -> new Editor(List.of(text)).edit(folder));
        assertTrue(
                refused.getMessage().contains("cannot be started: Permission denied; say another"),
                refused::getMessage);
    }

    @Test
    void a_way_that_is_not_absolute_is_none() {
        var fault = assertThrows(IOException.class, () -> new Editor(List.of("./editor")).edit(folder));
        assertTrue(fault.getMessage().contains("./editor"), fault::getMessage);
    }
}

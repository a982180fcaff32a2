package dev.twinsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @Test
    void what_can_stand_so_stays_as_it_is() {
        assertEquals("/etc/apt/sources.list.d/a-b_c.list", ShellWord.of("/etc/apt/sources.list.d/a-b_c.list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "it's", "$HOME", "`id`", "a;b", "*", "~", "a\nb", "\\", "\"", "#x", "{a,b}", "-"})
    void a_shell_reads_one_word_and_nothing_else(String text) throws IOException, InterruptedException {
        var shell = new ProcessBuilder(List.of("sh", "-c", "printf '%s|' " + ShellWord.of(text)))
                .redirectErrorStream(true)
                .start();
        assertEquals(text + "|", new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, shell.waitFor());
    }
}

package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a program that does not speak as agreed. */
class PluginMannersTest {

    @TempDir
    private Path folder;

    private List<String> told(String script) throws IOException {
        var file = Files.writeString(folder.resolve("toy"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return PluginManners.of("toys.toy", file).stream()
                .map(verdict -> verdict.fault().orElse("kept"))
                .toList();
    }

    @Test
    void one_that_ends_at_what_it_does_not_know_is_told_of_once_and_the_rest_was_not_tried() throws IOException {
        var notTried = "this was not tried: the program has ended before";
        assertEquals(
                List.of(
                        "kept",
                        "kept",
                        "the program of toys.toy ended with 7: boom",
                        notTried,
                        notTried,
                        notTried,
                        notTried),
                told("""
                        echo '{"say":"plugin","protocol":1,"program":"toy 1"}'
                        read -r line; echo '{"say":"taken"}'
                        read -r line; echo boom >&2; exit 7
                        """));
    }
}

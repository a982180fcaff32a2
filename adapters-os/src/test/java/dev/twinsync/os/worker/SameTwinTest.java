package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameTwinTest {

    @TempDir
    private Path folder;

    private Path jar;
    private Path cache;

    @BeforeEach
    void build() throws IOException {
        var app = Files.createDirectories(folder.resolve("adapters-cli/target/app"));
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(folder.resolve("twin"), "");
        jar = madeAt(app.resolve("twin.jar"), 1000);
        cache = app.resolve("twin.aot");
    }

    private static Path madeAt(Path file, int second) throws IOException {
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private SameTwin twin() {
        return SameTwin.of("/opt/jdk", jar.toString()).orElseThrow();
    }

    private List<String> without() {
        return List.of("/opt/jdk/bin/java", "@" + jar.resolveSibling("java.options"), "-jar", jar.toString());
    }

    private List<String> with() {
        return List.of(
                "/opt/jdk/bin/java",
                "@" + jar.resolveSibling("java.options"),
                "-XX:AOTCache=" + cache,
                "-jar",
                jar.toString());
    }

    @Test
    void it_is_the_same_jar_by_its_whole_path() {
        assertEquals(Optional.empty(), SameTwin.of("/opt/jdk", "a.jar:b.jar"));
        assertEquals(Optional.empty(), SameTwin.of("/opt/jdk", "classes"));
        assertEquals(
                Path.of("target/twin.jar").toAbsolutePath(),
                SameTwin.of("/opt/jdk", "target/twin.jar").orElseThrow().jar());
        assertEquals(without(), twin().command());
    }

    @Test
    void a_cache_that_is_as_old_or_younger_is_used() throws IOException {
        madeAt(cache, 1000);
        assertEquals(with(), twin().command());
        madeAt(cache, 1001);
        assertEquals(with(), twin().command());
    }

    @Test
    void a_cache_that_is_older_than_the_jar_is_not_used_for_java_would_mix_both() throws IOException {
        madeAt(cache, 999);
        assertEquals(without(), twin().command());
    }

    @Test
    void a_command_that_is_kept_has_the_cache_only_where_both_are_installed_together() throws IOException {
        madeAt(cache, 1001);
        assertEquals(without(), twin().lastingCommand());
        for (var origin : List.of("deb", "archive")) {
            Files.writeString(jar.getParent().resolveSibling("origin"), origin);
            assertEquals(with(), twin().lastingCommand());
        }
    }

    @Test
    void the_start_scripts_do_the_same() throws IOException {
        for (var script : List.of("../twin", "../packaging/twin")) {
            var text = Files.readString(Path.of(script));
            assertTrue(text.contains("""
                    [ "$app/twin.jar" -nt "$app/twin.aot" ] || set -- "-XX:AOTCache=$app/twin.aot" "$@"
                    """.indent(0)), text);
            assertTrue(text.contains("bin/java\" \"@$app/java.options\" \"$@\"\n"), text);
        }
    }
}

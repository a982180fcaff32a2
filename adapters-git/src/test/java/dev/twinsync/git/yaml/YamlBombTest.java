package dev.twinsync.git.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents made to eat time or memory end in a sentence, in a process that has no more than 200 MB. */
class YamlBombTest {

    private static final String MEMORY = "-Xmx200m";

    @TempDir
    Path folder;

    @Test
    void every_bomb_ends_in_a_sentence() throws Exception {
        var bombs = YamlBombs.all();
        var paths = new ArrayList<String>();
        for (var bomb : bombs.values()) {
            paths.add("state/" + paths.size() + ".yaml");
            put(paths.getLast(), bomb.yaml());
        }
        var said = read(paths);
        assertEquals(paths.size(), said.size(), () -> "ended after " + String.join("\n", said));
        var names = List.copyOf(bombs.keySet());
        for (int at = 0; at < said.size(); at++) {
            var name = names.get(at);
            var sentence = said.get(at);
            var expected = bombs.get(name).message();
            assertTrue(sentence.contains(expected) && sentence.length() < 2_500, () -> name + ": " + sentence);
        }
    }

    private void put(String path, byte[] content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** What a process said of each document. */
    private List<String> read(List<String> paths) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, MEMORY, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReadBombs.class.getName()));
        command.add(folder.toString());
        command.addAll(paths);
        var complaints = folder.resolve("complaints");
        var process =
                new ProcessBuilder(command).redirectError(complaints.toFile()).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said + Files.readString(complaints));
        return said.lines().toList();
    }

    @Test
    void ten_thousand_mirrored_files_pass() {
        var yaml = new StringBuilder("files:\n");
        for (int file = 0; file < 10_000; file++) {
            yaml.append("""
                      - path: /etc/some/folder/file%d
                        twin_path: filesystem/etc/some/folder/file%d
                        type: file
                        ensure: present
                        mode: "0644"
                        owner: root
                        group: root
                        size: 1234
                        digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                        notify:
                          - ssh.service
                          - nginx.service
                    """.formatted(file, file));
        }
        byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(Reading.Value.class, YamlTree.read("live/files.yaml", bytes));
    }
}

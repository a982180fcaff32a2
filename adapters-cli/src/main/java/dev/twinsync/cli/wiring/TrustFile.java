package dev.twinsync.cli.wiring;

import dev.twinsync.domain.plugin.TrustedProgram;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the user has said which programs of other people may be started. It is not in the repository, and counts only when nobody
 * else can have written it.
 *
 * @param folder {@code ~/.config/twin}
 * @param owner the user id that it must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 */
public record TrustFile(Path folder, int owner, Path top) {

    private static final String NAME = "plugins.yaml";
    private static final int LONGEST = 1 << 18;

    static TrustFile of(Path home) {
        var folder = home.resolve(".config/twin").toAbsolutePath().normalize();
        return new TrustFile(folder, Self.ofThisProcess().uid(), Path.of("/"));
    }

    /** By the name of the plugin. @throws IOException that says in a sentence why the file does not count */
    Map<String, TrustedProgram> read() throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        var text = new SecretOnDisk(owner, LONGEST, top, "the list of trusted plugins,").text(file);
        return switch (YamlTree.read(file.toString(), text.getBytes(StandardCharsets.UTF_8))
                .then(TrustedProgram.ALL::read)) {
            case Reading.Value<Map<String, TrustedProgram>>(var all) -> all;
            case Reading.Wrong<Map<String, TrustedProgram>>(var problems) ->
                throw new IOException(
                        problems.getFirst()
                                + "; mend that line, or take the file away and trust again what you trust: twin plugins trust NAME");
        };
    }

    /** The names of the plugins of which a program is trusted, on whichever machine. @throws IOException as {@link #read} */
    Set<String> plugins() throws IOException {
        return read().keySet().stream()
                .map(mark -> mark.replaceFirst("@.*", ""))
                .collect(Collectors.toSet());
    }

    void trust(String plugin, TrustedProgram program) throws IOException {
        var all = new TreeMap<>(read());
        all.put(plugin, program);
        var place = new PrivateFolder(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            place.make();
        }
        var yaml = YamlTree.write("Written by twin plugins trust.", TrustedProgram.ALL.write(all));
        place.put(NAME, file -> file.write(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}

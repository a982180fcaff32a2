package dev.twinsync.git.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who commits: the name and address that are configured for git, otherwise twin itself. Never a guess from the login name,
 * which JGit would make in silence.
 */
public record Identity(Path home) {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    public PersonIdent of(Config repository) throws IOException {
        var now = Instant.now();
        var zone = ZoneId.systemDefault();
        for (Config config : Stream.concat(Stream.of(repository), userConfigs()).toList()) {
            var configured = configured(config);
            if (configured.isPresent()) {
                return new PersonIdent(configured.get(), now, zone);
            }
        }
        return new PersonIdent("twin", "twin@" + host() + ".invalid", now, zone);
    }

    private static Optional<PersonIdent> configured(Config config) {
        return text(config, "name").flatMap(name -> text(config, "email").map(email -> new PersonIdent(name, email)));
    }

    private static Optional<String> text(Config config, String key) {
        return Optional.ofNullable(config.getString("user", null, key)).filter(value -> !value.isBlank());
    }

    private Stream<Config> userConfigs() throws IOException {
        var configs = Stream.<Config>builder();
        for (Path file : new Path[] {home.resolve(".gitconfig"), home.resolve(".config/git/config")}) {
            if (Files.isRegularFile(file)) {
                configs.add(GitSettings.load(file));
            }
        }
        return configs.build();
    }

    private static String host() throws IOException {
        return Files.isReadable(HOST_NAME)
                ? Files.readString(HOST_NAME).strip().replaceAll("[^A-Za-z0-9.-]", "-")
                : "localhost";
    }
}

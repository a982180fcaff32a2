package dev.twinsync.cli.migrate;

import dev.twinsync.domain.predecessor.LeftOut;
import dev.twinsync.domain.predecessor.OldConfig;
import dev.twinsync.domain.predecessor.ShellConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the predecessor's script, which stood outside of its repository. It is read, and never run.
 *
 * @param config empty: there is none, or it is about another repository
 */
record OldShellConfig(Optional<OldConfig> config, List<LeftOut> notes) {

    private static final String USUAL = ".config/twinsync/config";
    private static final int MOST_BYTES = 1 << 20;

    /** @param named by the user; empty: where the script kept it, if that is about this repository */
    static OldShellConfig of(Optional<Path> named, Path home, Path old) throws IOException {
        if (named.isPresent()) {
            return read(named.get());
        }
        var usual = home.resolve(USUAL);
        if (!Files.isRegularFile(usual, LinkOption.NOFOLLOW_LINKS)) {
            return new OldShellConfig(Optional.empty(), List.of());
        }
        var read = read(usual);
        return read.isAbout(old) ? read : new OldShellConfig(Optional.empty(), List.of(read.aboutAnother(usual)));
    }

    private static OldShellConfig read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is no file");
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            var notes = new ArrayList<LeftOut>();
            var config = OldConfig.of(file.toString(), ShellConfig.read(file.toString(), text), notes);
            return new OldShellConfig(Optional.of(config), List.copyOf(notes));
        }
    }

    private boolean isAbout(Path old) {
        return config.flatMap(OldConfig::repository)
                .filter(named -> isSame(named, old))
                .isPresent();
    }

    private static boolean isSame(String named, Path old) {
        try {
            return Files.isSameFile(Path.of(named), old);
        } catch (IOException | IllegalArgumentException isNone) {
            return false;
        }
    }

    private LeftOut aboutAnother(Path file) {
        return new LeftOut(
                file.toString(),
                0,
                "is about another repository; if it is about this one all the same, say so: --config " + file);
    }
}

package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.os.files.Foothold;
import dev.twinsync.os.files.PrivateKeyWatch;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One look at the files of a configuration. */
final class ConfigLook {

    private static final String SUSPECTED =
            "its name says that secrets are in it, so twin keeps nothing of it; name it in state/ to manage it";

    private final ConfigFolder folder;
    private final Path repository;
    private final Map<String, LiveConfigFile> live = new TreeMap<>();
    private final Map<String, Gap> gaps = new TreeMap<>();

    /** @param repository of twin itself, into which nobody looks */
    ConfigLook(ConfigFolder folder, Path repository) {
        this.folder = folder;
        this.repository = repository;
    }

    Observation<LiveConfigFile> seen() {
        return new Observation.Seen<>(
                live.values().stream().toList(), gaps.values().stream().toList());
    }

    /** Files that were asked for by name. */
    ConfigLook named(Set<String> keys) {
        for (String key : keys) {
            try {
                var file = new ConfigPath(key);
                folder.at(file, (above, place) -> {
                    take(above, place, file);
                    return true;
                });
            } catch (NoSuchFileException absent) {
                continue;
            } catch (IllegalArgumentException | IOException | Refusal unseen) {
                hide(key, Footing.inWords(unseen));
            }
        }
        return this;
    }

    /** All that is captured without having been named. */
    ConfigLook captured() {
        try (var top = folder.open()) {
            through(top, folder.path(), "");
        } catch (IOException | Refusal unseen) {
            hide("*", Footing.inWords(unseen));
        }
        return this;
    }

    private void through(Foothold within, Path place, String relative) {
        try {
            for (Path name : within.names()) {
                meet(within, place.resolve(name), relative + name);
            }
        } catch (IOException unseen) {
            hide(relative + "*", Footing.inWords(unseen));
        }
    }

    private void meet(Foothold within, Path place, String relative) {
        try {
            var seen = within.look(place);
            if (seen.isEmpty() || place.startsWith(repository)) {
                return;
            }
            if (seen.get().isDirectory()) {
                enter(within, place, relative);
            } else if (seen.get().isSymbolicLink() && Files.isDirectory(place) && ConfigPath.isSearched(relative)) {
                hide(relative + "/*", place + " is a symbolic link, which twin does not follow");
            } else {
                var file = captured(relative);
                if (file.isPresent()) {
                    take(within, place, file.get());
                }
            }
        } catch (IOException | Refusal unseen) {
            hide(relative, Footing.inWords(unseen));
        }
    }

    private void enter(Foothold within, Path place, String relative) throws IOException, Refusal {
        if (ConfigPath.isSearched(relative)) {
            try (var below = within.below(place)) {
                through(below, place, relative + "/");
            }
        }
    }

    /** A name that no document could hold is told as a gap where the file is one that would be recorded. */
    private Optional<ConfigPath> captured(String relative) {
        if (!Printable.of(relative).equals(relative)) {
            hide(Printable.of(relative).replace('*', '?'), "its name could not be written down");
            return Optional.empty();
        }
        try {
            var file = new ConfigPath(relative);
            if (file.isSuspected()) {
                hide(relative, SUSPECTED);
            }
            return Optional.of(file).filter(ConfigPath::isCaptured);
        } catch (IllegalArgumentException forbidden) {
            return Optional.empty();
        }
    }

    private void take(Foothold within, Path place, ConfigPath file) throws IOException, Refusal {
        if (place.startsWith(repository)) {
            throw new Refusal(place + " is in the twin's own repository");
        }
        var standing = StandingFile.read(within, place);
        if (standing.isPresent() && PrivateKeyWatch.finds(standing.get().content())) {
            hide(file.text(), PrivateKeyWatch.REASON);
        } else if (standing.isPresent()) {
            gaps.remove(file.text());
            live.put(
                    file.text(),
                    new LiveConfigFile(file, Sha256.of(standing.get().content())));
        }
    }

    private void hide(String keys, String reason) {
        gaps.put(keys, new Gap(keys, reason));
    }
}

package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.os.files.Foothold;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.os.files.Sentences;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether this process can change a configuration, and do so safely, in a folder that may be another user's. */
record Footing(Reach reach) {

    private static final String PROTECTION = "/proc/sys/fs/protected_hardlinks";

    /** Whether nobody but root and who runs twin can exchange the folder, what is above it, or what is in it. */
    boolean isFirm(Path folder) throws IOException {
        for (Path part = folder; part != null; part = part.getParent()) {
            if (Stat.of(part).filter(this::isOurs).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isOurs(Stat folder) {
        return (folder.uid() == 0 || folder.uid() == reach.self().uid())
                && (folder.isSticky() || !folder.othersMayWrite() && !folder.groupMayWrite());
    }

    /**
     * Who else may write there could put a second name of a file of the machine into the place of one of the configuration; the
     * kernel refuses that, unless somebody told it not to.
     */
    Optional<String> danger(ConfigFolder folder, List<ConfigFileAction> actions) throws IOException {
        if (areFirm(folder.path(), actions)) {
            return Optional.empty();
        }
        var switched = reach.machine().place(PROTECTION);
        boolean isProtected =
                Files.isReadable(switched) && Files.readString(switched).strip().equals("1");
        return isProtected
                ? Optional.empty()
                : Optional.of("others may write to " + folder.path()
                        + ", and this kernel lets them put files of root there: set"
                        + " fs.protected_hardlinks to 1 (sysctl)");
    }

    private boolean areFirm(Path folder, List<ConfigFileAction> actions) throws IOException {
        for (ConfigFileAction action : actions) {
            var above = folder.resolve(action.key()).getParent();
            while (!Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
                above = above.getParent();
            }
            if (!isFirm(above)) {
                return false;
            }
        }
        return true;
    }

    /** Why this process must not even try; the same for each file, as they are all written together. */
    Optional<String> obstacle(Path folder) {
        var self = reach.self();
        if (self.isRoot()) {
            return Optional.empty();
        }
        try (var opened = Foothold.in(folder)) {
            boolean mine = Files.isWritable(folder)
                    && opened.ownAttributes().owner().getName().equals(self.name())
                    && areMine(opened, folder, "");
            return mine ? Optional.empty() : self.lacksRoot();
        } catch (IOException | Refusal closed) {
            return self.lacksRoot();
        }
    }

    /** What is another's cannot be exchanged so that it stays that other's. */
    private boolean areMine(Foothold folder, Path place, String relative) throws IOException, Refusal {
        for (Path name : folder.names()) {
            var below = relative + name;
            var seen = folder.look(place.resolve(name));
            if (seen.isEmpty() || !isOfInterest(below, seen.get().isDirectory())) {
                continue;
            }
            if (!seen.get().owner().getName().equals(reach.self().name())) {
                return false;
            }
            if (seen.get().isDirectory()) {
                try (var inner = folder.below(place.resolve(name))) {
                    if (!areMine(inner, place.resolve(name), below + "/")) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isOfInterest(String relative, boolean isFolder) {
        try {
            return isFolder ? ConfigPath.isSearched(relative) : new ConfigPath(relative).isCaptured();
        } catch (IllegalArgumentException noPath) {
            return false;
        }
    }

    static String inWords(Exception failed) {
        return failed instanceof IOException io ? Sentences.of(io) : String.valueOf(failed.getMessage());
    }
}

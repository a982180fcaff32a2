package dev.twinsync.git.shared;

import dev.twinsync.git.work.TreeFile;
import dev.twinsync.git.work.TreeFiles;
import dev.twinsync.port.RepoPath;
import dev.twinsync.port.SharedHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;

/** Why what a remote has must not come into the work tree. */
record Objections(ObjectReader reader, TreeFiles own, TreeFiles before, TreeFiles theirs) {

    private static final int MOST_FILES = 200_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 3_000;
    private static final int LONGEST_TARGET = 4_000;
    private static final int ENOUGH = 20;

    List<String> all() throws IOException {
        var objections = new ArrayList<String>();
        if (theirs.get("config.yaml").isEmpty()) {
            objections.add("it has no config.yaml, so it is no twin repository");
        }
        if (theirs.files().size() > MOST_FILES) {
            objections.add("it has " + theirs.files().size() + " files; twin takes up to " + MOST_FILES);
        }
        own.fileAndFolder(theirs)
                .ifPresent(path -> objections.add(path + " is a file on one side and a folder on the other"));
        for (String path : before.differences(theirs)) {
            var file = theirs.get(path);
            if (file.isPresent()) {
                objection(path, file.get()).ifPresent(objections::add);
            }
            if (objections.size() >= ENOUGH) {
                break;
            }
        }
        return objections;
    }

    private Optional<String> objection(String path, TreeFile file) throws IOException {
        var aboutPath = objectionToPath(path);
        return aboutPath.isPresent() ? aboutPath : objectionToFile(path, file);
    }

    private static Optional<String> objectionToPath(String path) {
        try {
            var names = new RepoPath(path).names();
            if (path.indexOf('\ufffd') >= 0) {
                return Optional.of("the name of " + path + " is not UTF-8");
            }
            return bytes(path) > LONGEST_PATH || names.stream().anyMatch(name -> bytes(name) > LONGEST_NAME)
                    ? Optional.of("the name of " + path.substring(0, Math.min(path.length(), 60)) + "… is too long")
                    : Optional.empty();
        } catch (IllegalArgumentException unsound) {
            return Optional.of(unsound.getMessage());
        }
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private Optional<String> objectionToFile(String path, TreeFile file) throws IOException {
        if (file.mode().equals(FileMode.GITLINK)) {
            return Optional.of(path + " is another repository (a submodule)");
        }
        long size = reader.getObjectSize(file.id(), Constants.OBJ_BLOB);
        if (file.mode().equals(FileMode.SYMLINK)) {
            return size <= LONGEST_TARGET && staysInside(path, target(file))
                    ? Optional.empty()
                    : Optional.of(path + " is a link that leads out of the repository");
        }
        return size > SharedHistory.LARGEST_FILE
                ? Optional.of(
                        path + " has " + (size >> 20) + " MiB; twin takes up to " + (SharedHistory.LARGEST_FILE >> 20))
                : Optional.empty();
    }

    private String target(TreeFile file) throws IOException {
        return new String(
                reader.open(file.id(), Constants.OBJ_BLOB).getCachedBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
    }

    /**
     * A relative target that climbs first and descends then, so that no other link on its way makes it climb further, and that passes
     * neither the top nor {@code .git}.
     */
    private static boolean staysInside(String path, String target) {
        if (target.isEmpty() || target.startsWith("/") || target.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        int depth = path.split("/").length - 1;
        boolean descends = false;
        for (String name : target.split("/")) {
            boolean climbs = name.equals("..");
            descends |= !climbs && !name.isEmpty() && !name.equals(".");
            depth -= climbs ? 1 : 0;
            if (climbs && descends || depth < 0 || name.equalsIgnoreCase(".git")) {
                return false;
            }
        }
        return true;
    }
}

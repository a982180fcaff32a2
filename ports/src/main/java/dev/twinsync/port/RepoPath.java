package dev.twinsync.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The path of a file or folder within a twin repository, relative, with {@code /}: {@code state/packages.yaml}. It cannot
 * leave the repository, cannot enter {@code .git}, and has one spelling only.
 */
public record RepoPath(String text) implements Comparable<RepoPath> {

    public RepoPath {
        if (!isSound(text)) {
            throw new IllegalArgumentException("\"" + text.replaceAll("\\p{Cntrl}", "?") + "\" is not a path within the"
                    + " repository: it must be relative, without . or .. or .git or empty parts or control characters");
        }
    }

    /** As the constructor, for those who promise an {@link IOException} in words. */
    public static RepoPath of(String text) throws IOException {
        try {
            return new RepoPath(text);
        } catch (IllegalArgumentException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private static boolean isSound(String text) {
        return (isOfAscii(text) || isOfUnicode(text))
                && Arrays.stream(text.split("/", -1)).allMatch(RepoPath::isSoundName);
    }

    /** By hand: there are as many paths as there are files, and nearly all are so. */
    private static boolean isOfAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) < ' ' || text.charAt(index) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfUnicode(String text) {
        return text.codePoints().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isSoundName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && !name.equalsIgnoreCase(".git");
    }

    /** Itself, or a folder above it. */
    public boolean covers(String path) {
        return path.equals(text) || path.startsWith(text + "/");
    }

    /** The names from the top down. */
    public List<String> names() {
        return List.of(text.split("/"));
    }

    @Override
    public int compareTo(RepoPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

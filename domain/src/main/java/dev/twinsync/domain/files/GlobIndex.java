package dev.twinsync.domain.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many patterns that are asked for every file of a machine. Most of them begin with names that are written out: those are found by these
 * names, so that only a few are tried.
 *
 * @param names how many names at the beginning tell the patterns apart
 * @param byBeginning patterns by their first names
 * @param others patterns that have a wildcard there
 */
record GlobIndex(int names, Map<String, List<PathGlob>> byBeginning, List<PathGlob> others) {

    static GlobIndex of(List<PathGlob> globs, int names) {
        Map<String, List<PathGlob>> byBeginning = new HashMap<>();
        var others = new ArrayList<PathGlob>();
        for (PathGlob glob : globs) {
            var beginning = beginning(glob.text(), 0, names);
            boolean plain = names(glob.text()) >= names && beginning.indexOf('*') < 0 && beginning.indexOf('?') < 0;
            (plain ? byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()) : others).add(glob);
        }
        return new GlobIndex(names, byBeginning, others);
    }

    private static int names(String text) {
        return (int) text.chars().skip(1).filter(character -> character == '/').count() + 1;
    }

    /** Whether what stands there from here on is met by one of them. */
    boolean meets(String path, int from) {
        return isMet(byBeginning.getOrDefault(beginning(path, from, names), List.of()), path, from)
                || isMet(others, path, from);
    }

    private static boolean isMet(List<PathGlob> globs, String path, int from) {
        for (PathGlob glob : globs) {
            if (GlobMatch.isMet(glob.text(), path, from)) {
                return true;
            }
        }
        return false;
    }

    private static String beginning(String text, int from, int names) {
        int end = from;
        for (int name = 0; name < names; name++) {
            int slash = text.indexOf('/', end + 1);
            if (slash < 0) {
                return text.substring(from);
            }
            end = slash;
        }
        return text.substring(from, end);
    }
}

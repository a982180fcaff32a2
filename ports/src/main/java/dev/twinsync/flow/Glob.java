package dev.twinsync.flow;

/**
 * A pattern for a whole name: {@code *} for any characters, {@code ?} for any one, all else for itself. It takes as many
 * steps as the name times the pattern is long at most, whoever chose them.
 */
record Glob(String pattern) {

    boolean matches(String name) {
        return matches(pattern.codePoints().toArray(), name.codePoints().toArray());
    }

    /** Of several stars only the last one has to be tried again: what stood before it fits already. */
    private static boolean matches(int[] pattern, int[] name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (in < name.length) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                retry = in;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == name[in])) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        return onlyStars(pattern, at);
    }

    private static boolean onlyStars(int[] pattern, int from) {
        for (int at = from; at < pattern.length; at++) {
            if (pattern[at] != '*') {
                return false;
            }
        }
        return true;
    }
}

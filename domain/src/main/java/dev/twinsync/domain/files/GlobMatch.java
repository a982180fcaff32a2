package dev.twinsync.domain.files;

/**
 * One pattern of paths laid against one path, from left to right: a wildcard takes as little as it can, and one character more whenever
 * what follows does not fit. Only the last wildcard of each sort need ever be asked for more, so that no pattern can be slow.
 */
final class GlobMatch {

    private static final int NONE = -1;

    private final String glob;
    private final String path;
    private int inGlob = 0;
    private int inPath;
    private int afterStar = NONE;
    private int starEnds;
    private int afterStars = NONE;
    private int starsEnd;

    private GlobMatch(String glob, String path, int from) {
        this.glob = glob;
        this.path = path;
        this.inPath = from;
    }

    /** Whether what stands there from here on, or something above it, is met. */
    static boolean isMet(String glob, String path, int from) {
        return mayBegin(glob.charAt(0), path, from)
                && mayEnd(glob, path, from)
                && new GlobMatch(glob, path, from).isMet();
    }

    /** Most patterns fail at their first letter. */
    private static boolean mayBegin(char first, String path, int from) {
        return first == '*' || first == '?' || (from < path.length() && path.charAt(from) == first);
    }

    /** Most of the rest are of one name and fail at its last letter: {@code *.kdbx}. */
    private static boolean mayEnd(String glob, String path, int from) {
        char last = glob.charAt(glob.length() - 1);
        if (last == '*' || last == '?' || glob.indexOf('/') >= 0 || glob.contains("**")) {
            return true;
        }
        int slash = path.indexOf('/', from);
        int end = slash < 0 ? path.length() : slash;
        return end > from && path.charAt(end - 1) == last;
    }

    private boolean isMet() {
        while (!isThrough()) {
            boolean goesOn = wildcard() || character() || longerStar() || longerStars();
            if (!goesOn) {
                return false;
            }
        }
        return true;
    }

    private boolean isThrough() {
        return inGlob == glob.length() && (inPath == path.length() || path.charAt(inPath) == '/');
    }

    private boolean wildcard() {
        if (inGlob == glob.length() || glob.charAt(inGlob) != '*') {
            return false;
        }
        if (glob.startsWith("**", inGlob)) {
            inGlob += 2;
            afterStars = inGlob;
            starsEnd = inPath;
            afterStar = NONE;
        } else {
            inGlob++;
            afterStar = inGlob;
            starEnds = inPath;
        }
        return true;
    }

    private boolean character() {
        if (inGlob == glob.length() || inPath == path.length()) {
            return false;
        }
        char wanted = glob.charAt(inGlob);
        if (wanted != path.charAt(inPath) && (wanted != '?' || path.charAt(inPath) == '/')) {
            return false;
        }
        inGlob++;
        inPath += wanted == '?' ? Character.charCount(path.codePointAt(inPath)) : 1;
        return true;
    }

    private boolean longerStar() {
        if (afterStar == NONE || starEnds == path.length() || path.charAt(starEnds) == '/') {
            return false;
        }
        starEnds++;
        inPath = starEnds;
        inGlob = afterStar;
        return true;
    }

    private boolean longerStars() {
        if (afterStars == NONE || starsEnd == path.length()) {
            return false;
        }
        starsEnd++;
        inPath = starsEnd;
        inGlob = afterStars;
        afterStar = NONE;
        return true;
    }
}

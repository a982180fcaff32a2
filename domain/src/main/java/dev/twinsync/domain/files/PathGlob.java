package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Paths by a pattern, and all that is below them: {@code *} and {@code ?} stay within one name, {@code **} goes over
 * slashes, and a pattern that does not begin with {@code /} is met at any depth.
 */
public record PathGlob(String text) {

    private static final String GRAMMAR = "[^" + Names.UNPRINTABLE + "]{1,1024}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<PathGlob> SHAPE = Shape.text("^" + GRAMMAR + "$", PathGlob::new, PathGlob::text);

    public PathGlob {
        if (!PATTERN.matcher(text).matches() || Names.areBroken(text)) {
            throw new IllegalArgumentException(
                    Names.quoted(text) + " is not a pattern of paths, as /etc/cups/** or *.bak is one");
        }
    }

    /** Whether a path is met by any of these; made once and asked often. */
    static Predicate<TargetPath> any(Collection<PathGlob> globs) {
        var absolute = GlobIndex.of(globs.stream().filter(PathGlob::isAbsolute).toList(), 2);
        var relative =
                GlobIndex.of(globs.stream().filter(glob -> !glob.isAbsolute()).toList(), 1);
        return path -> absolute.meets(path.text(), 0) || isMetBelow(relative, path.text());
    }

    /** Tried at the beginning of each name. */
    private static boolean isMetBelow(GlobIndex relative, String text) {
        for (int slash = 0; slash >= 0; slash = text.indexOf('/', slash + 1)) {
            if (relative.meets(text, slash + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbsolute() {
        return text.startsWith("/");
    }
}

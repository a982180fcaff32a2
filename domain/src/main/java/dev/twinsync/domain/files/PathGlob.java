package dev.twinsync.domain.files;

import dev.twinsync.domain.shape.Shape;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Paths by a pattern, and all that is below them: {@code *} and {@code ?} stay within one name, {@code **} goes over
 * slashes, and a pattern that does not begin with {@code /} is met at any depth.
 */
public record PathGlob(String text) {

    private static final String GRAMMAR = "[^" + Names.UNPRINTABLE + "]{1,1024}";
    private static final Pattern PATTERN = Pattern.compile(GRAMMAR);
    static final Shape<PathGlob> SHAPE = Shape.text("^" + GRAMMAR + "$", PathGlob::new, PathGlob::text);

    public PathGlob {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    Names.quoted(text) + " is not a pattern of paths, as /etc/cups/** or *.bak is one");
        }
    }

    /** Whether a path is met by any of these; made once and asked often. */
    static Predicate<TargetPath> any(Collection<PathGlob> globs) {
        var either = Pattern.compile(
                globs.stream().map(PathGlob::expression).collect(Collectors.joining("|", "(?:", ")(?:/.*)?")));
        return path -> !globs.isEmpty() && either.matcher(path.text()).matches();
    }

    private String expression() {
        var expression = new StringBuilder(text.startsWith("/") ? "" : "/(?:.*/)?");
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '*' -> {
                    boolean crosses = text.startsWith("**", at);
                    expression.append(crosses ? ".*" : "[^/]*");
                    at += crosses ? 1 : 0;
                }
                case '?' -> expression.append("[^/]");
                default -> expression.append(Pattern.quote(text.substring(at, at + 1)));
            }
        }
        return expression.toString();
    }
}

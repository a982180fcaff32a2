package dev.twinsync.port;

import dev.twinsync.domain.Shortened;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the other end prints where it does not take what is sent: which file is too large, which rule was broken. */
public final class RefusedPush {

    private static final int LONGEST = 300;
    private static final Pattern MARK = Pattern.compile("^remote:\\s*");
    private static final Pattern ASIDE = Pattern.compile("^error: (Trace|See)\\b.*");

    private RefusedPush() {}

    /**
     * @param text lines of the other end alone, or among git's own, where they have its mark {@code remote:}
     * @return the errors among them, else all of them, in one line; empty where there is none
     */
    public static Optional<String> reason(String text) {
        var lines = text.lines().map(String::strip).toList();
        boolean isMarked = lines.stream().anyMatch(MARK.asPredicate());
        var said = lines.stream()
                .filter(line -> !isMarked || MARK.matcher(line).find())
                .map(line -> MARK.matcher(line).replaceFirst(""))
                .filter(Predicate.not(String::isBlank))
                .filter(Predicate.not(ASIDE.asMatchPredicate()))
                .toList();
        var errors = said.stream().filter(line -> line.startsWith("error:")).toList();
        var joined = (errors.isEmpty() ? said : errors).stream().collect(Collectors.joining("; "));
        return Optional.of(Shortened.to(LONGEST, joined)).filter(Predicate.not(String::isEmpty));
    }
}

package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.Packages;
import dev.twinsync.os.CommandRunner.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words, and with the remedy, what apt or dpkg complained of. Both end with the same code whatever it was. */
final class AptErrors {

    private static final int LONGEST = 600;
    private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("://[^/@\\s]*@");

    private record Known(Pattern pattern, Function<MatchResult, String> words) {
        Known(String pattern, Function<MatchResult, String> words) {
            this(Pattern.compile(pattern), words);
        }
    }

    /**
     * In the order of importance: the first that is found is told. A script of a package may complain of anything, so what dpkg
     * says of the package itself comes first.
     */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "(?m)^pmerror:([^:]*):[^:]*:(.*)$",
                    found -> "package " + found.group(1) + " could not be brought in order: " + found.group(2)
                            + "; mend it and run: " + Packages.MEND),
            new Known(
                    "Could not get lock (\\S+?)\\.? It is held by process (\\d+) \\(([^)]*)\\)",
                    found -> "another package manager is at work: process " + found.group(2) + " (" + found.group(3)
                            + ") holds " + found.group(1) + "; try again when it has finished"),
            new Known(
                    "lock was locked by (?:another|(\\S+)) process with pid (\\d+)",
                    found -> "another package manager is at work: process " + found.group(2)
                            + (found.group(1) == null ? "" : " (" + found.group(1) + ")")
                            + "; try again when it has finished"),
            new Known(
                    "Could not get lock (\\S+)",
                    found -> "another package manager is at work and holds " + found.group(1)
                            + "; try again when it has finished"),
            new Known(
                    "dpkg was interrupted",
                    _ -> "dpkg was interrupted earlier and left packages half done; run: " + Packages.MEND),
            new Known(
                    "Sub-process \\S*dpkg returned an error code",
                    _ -> "dpkg failed in the middle; see /var/log/apt/term.log and run: " + Packages.MEND),
            new Known(
                    "(?i)are you root|requires superuser privilege|\\(13: Permission denied\\)|required read/write access",
                    _ -> "changing packages needs root: sudo twin apply"),
            new Known(
                    "Unable to locate package (\\S+)",
                    found -> "apt's lists have no package " + found.group(1) + "; run: sudo apt-get update"),
            new Known(
                    "Version '([^']*)' for '([^']*)' was not found",
                    found -> "apt's lists have no version " + found.group(1) + " of " + found.group(2)),
            new Known(
                    "Held packages were changed",
                    _ -> "packages on hold would have to be changed; see: apt-mark showhold"),
            new Known(
                    "Essential packages were removed",
                    _ -> "the machine would lose essential packages, which twin never does"),
            new Known(
                    "Packages need to be removed but remove is disabled",
                    _ -> "apt would have to remove packages that nobody asked it to remove"),
            new Known(
                    "Packages were downgraded",
                    _ -> "apt would have to go back to an older version of packages that nobody asked for"),
            new Known("unauthenticated packages", _ -> Signatures.REFUSAL),
            new Known(
                    "Hash Sum mismatch|File has unexpected size",
                    _ ->
                            "what was downloaded is not what apt's lists say; either they are old: sudo apt-get update, or the"
                                    + " mirror or a proxy in between has a damaged file"),
            new Known(
                    "Unable to fetch some archives|Failed to fetch",
                    _ -> "some packages could not be downloaded; check the network, or the lists are old: sudo apt-get"
                            + " update"),
            new Known(
                    "enough free space in (\\S+)",
                    found -> "not enough free space in " + found.group(1).replaceAll("\\.$", "")));

    private AptErrors() {}

    static String inWords(String program, Result.Ended ended) {
        String all = withoutPasswords(ended.message() + "\n" + ended.text());
        return KNOWN.stream()
                .flatMap(known -> told(known, all).stream())
                .findFirst()
                .orElseGet(() -> unknown(program, ended, all));
    }

    /** Who was killed had no time to complain: what it said last is no reason. */
    private static String unknown(String program, Result.Ended ended, String all) {
        return ended.signal()
                .map(number -> program + " was killed by signal " + number + "; what it had begun may be half done: "
                        + Packages.MEND)
                .orElseGet(() -> program + " failed: " + errors(all));
    }

    private static Optional<String> told(Known known, String text) {
        var matcher = known.pattern().matcher(text);
        return matcher.find() ? Optional.of(shortened(known.words().apply(matcher))) : Optional.empty();
    }

    /** apt's own words: the lines that it marks as errors, or all of them where it marks none. */
    static String errors(String text) {
        var marked = text.lines()
                .filter(line -> line.startsWith("E: ") || line.startsWith("dpkg: error"))
                .map(line -> line.startsWith("E: ") ? line.substring(3) : line)
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining("; "));
        return shortened(
                marked.isEmpty() ? Stream.of(text.strip().split("\\R")).collect(Collectors.joining("; ")) : marked);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** Addresses of package sources may hold one. */
    static String withoutPasswords(String text) {
        return PASSWORD_IN_ADDRESS.matcher(text).replaceAll("://…@");
    }
}

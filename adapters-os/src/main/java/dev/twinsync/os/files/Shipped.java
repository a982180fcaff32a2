package dev.twinsync.os.files;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What packages brought below the captured roots. */
sealed interface Shipped {

    /**
     * @param owned all paths that some package has
     * @param conffiles of those, the ones that the owner may change, with the sum of what the package brought
     */
    record Known(Set<String> owned, Map<String, String> conffiles) implements Shipped {}

    /** There is no dpkg: nothing is known to have come with a package. */
    record NoDpkg() implements Shipped {}

    record Failed(String reason) implements Shipped {}

    Pattern CONFFILE = Pattern.compile(" (/.*) ([0-9a-f]{32}|newconffile)(?: obsolete)?(?: remove-on-upgrade)?");
    Pattern OWNED = Pattern.compile("[^/]*: (/.*)");

    /** Whether a package brought it and looks after it. */
    default boolean isLeftToItsPackage(TargetPath path) {
        return this instanceof Known known && known.owned.contains(path.text()) && !isConffile(path);
    }

    /** Whether a package brought it and leaves it to the owner. */
    default boolean isConffile(TargetPath path) {
        return this instanceof Known known && known.conffiles.containsKey(path.text());
    }

    default boolean isUnchanged(TargetPath path, Content content) {
        return this instanceof Known known
                && content.md5()
                        .filter(sum -> sum.equals(known.conffiles.get(path.text())))
                        .isPresent();
    }

    /** Two questions to dpkg, whatever the number of files. */
    static Shipped below(List<TargetPath> roots, CommandRunner commands) {
        var conffiles = commands.run(Command.of("dpkg-query", "-W", "-f=${Conffiles}\n"));
        return switch (conffiles) {
            case Result.NoSuchProgram _ -> new NoDpkg();
            case Result.Ended(int exit, var _, var _) when exit != 0 -> failed(conffiles);
            case Result.Ended ended -> withOwned(conffiles(ended.text()), roots, commands);
            case Result.TimedOut _, Result.TooMuchOutput _, Result.Broken _ -> failed(conffiles);
        };
    }

    private static Shipped withOwned(Map<String, String> conffiles, List<TargetPath> roots, CommandRunner commands) {
        var arguments = new ArrayList<>(List.of("-S", "--"));
        roots.forEach(root -> arguments.addAll(List.of(root.text(), root.text() + "/*")));
        var owned = commands.run(Command.of("dpkg-query", arguments));
        return owned instanceof Result.Ended ended && ended.exit() <= 1
                ? new Known(owned(ended.text()), conffiles)
                : failed(owned);
    }

    private static Shipped failed(Result result) {
        return new Failed("dpkg-query does not say which files packages brought (" + result.inWords("dpkg-query")
                + "); try: sudo dpkg --audit");
    }

    private static Map<String, String> conffiles(String text) {
        var sums = new HashMap<String, String>();
        text.lines()
                .map(CONFFILE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> sums.put(line.group(1), line.group(2)));
        return Map.copyOf(sums);
    }

    private static Set<String> owned(String text) {
        var paths = new HashSet<String>();
        text.lines().map(OWNED::matcher).filter(Matcher::matches).forEach(line -> paths.add(line.group(1)));
        return Set.copyOf(paths);
    }
}

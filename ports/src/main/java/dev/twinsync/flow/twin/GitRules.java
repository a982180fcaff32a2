package dev.twinsync.flow.twin;

import dev.twinsync.port.TwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two files by which git is told what twin needs: raw logs are not added, and bytes stay as they are. */
record GitRules(TwinRepo repo) {

    private static final List<String> FILES = List.of(".gitignore", ".gitattributes");

    private static final Predicate<String> COMES_BACK = line -> line.startsWith("!");

    /** Also of some files only, for these may be mirrored. */
    private static final Predicate<String> CHANGES_BYTES = Pattern.compile(
                    "^\\* |\\s!?(?:text|crlf|ident|filter|working-tree-encoding)(?:[=\\s]|$)|^\\[attr]")
            .asPredicate();

    /** The name that the owner gives to some attributes. */
    private static final Pattern MACRO = Pattern.compile("\\[attr](\\S+).*");

    /** Every byte of what the owner wrote is one character, and comes out as it went in. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /**
     * Puts the rules of the templates below what the owner's files say, for of two rules git takes the later one.
     *
     * @return the files that say more now than their owner wrote
     */
    List<Extended> enforce(Map<String, byte[]> templates) throws IOException {
        var extended = new ArrayList<Extended>();
        for (String file : FILES) {
            if (templates.containsKey(file)) {
                extend(file, new String(templates.get(file), BYTES)).ifPresent(extended::add);
            }
        }
        return extended;
    }

    private Optional<Extended> extend(String file, String ours) throws IOException {
        var there = read(file);
        var rules = rules(ours);
        var theirs = rules(there);
        if (areInForce(rules, theirs, file.equals(".gitattributes") ? changesBytes(theirs) : COMES_BACK)) {
            return Optional.empty();
        }
        var whole = there + (there.isEmpty() || there.endsWith("\n") ? "" : "\n") + ours;
        repo.store(file, new ByteArrayInputStream(whole.getBytes(BYTES)));
        return Optional.of(new Extended(file, rules));
    }

    private String read(String file) throws IOException {
        try (var in = repo.open(file)) {
            return new String(in.readAllBytes(), BYTES);
        }
    }

    /** Without comments and what git does not see. */
    private static List<String> rules(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** A name of the owner's may stand for anything, another such name as well, and be given above what uses it. */
    private static Predicate<String> changesBytes(List<String> rules) {
        var names = rules.stream()
                .map(MACRO::matcher)
                .filter(Matcher::matches)
                .map(macro -> Pattern.quote(macro.group(1)))
                .toList();
        return names.isEmpty()
                ? CHANGES_BYTES
                : CHANGES_BYTES.or(Pattern.compile("\\s(?:" + String.join("|", names) + ")(?:\\s|$)")
                        .asPredicate());
    }

    /** What takes a rule back is not to come after them. */
    private static boolean areInForce(List<String> rules, List<String> there, Predicate<String> takesBack) {
        int start = Collections.lastIndexOfSubList(there, rules);
        return start >= 0
                && there.subList(start + rules.size(), there.size()).stream().noneMatch(takesBack);
    }
}

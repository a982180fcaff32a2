package dev.twinsync.git.attributes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;
import org.eclipse.jgit.util.QuotedString;

/**
 * A line of a file of attributes that says something.
 *
 * @param file relative to the repository
 * @param number from 1
 * @param text as it is written
 * @param rule the same as JGit understands it
 */
public record RuleLine(String file, int number, String text, AttributesRule rule) {

    private static final String MACRO = "[attr]";
    private static final Pattern QUOTED = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\")(.*)");
    private static final Pattern NAME = Pattern.compile("[._0-9A-Za-z][-._0-9A-Za-z]*");

    /** Empty for a comment, a blank line, and one that Git does not take: it passes over all of it. */
    static Optional<RuleLine> read(String file, int number, String text) throws IOException {
        return parsed(text).filter(RuleLine::isTaken).map(rule -> new RuleLine(file, number, text.strip(), rule));
    }

    /** JGit knows no pattern in quotes, as one with a space in it has to be. */
    private static Optional<AttributesRule> parsed(String text) throws IOException {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return Optional.of(new AttributesRule(QuotedString.GIT_PATH.dequote(quoted.group(1)), quoted.group(2)));
        }
        var node = new AttributesNode();
        node.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return node.getRules().stream().findFirst();
    }

    private static boolean isTaken(AttributesRule rule) {
        return !rule.getPattern().startsWith("!")
                && rule.getAttributes().stream()
                        .allMatch(one -> NAME.matcher(one.getKey()).matches());
    }

    /** The name that this line gives to some attributes, for other lines to use. */
    Optional<String> macro() {
        return rule.getPattern().startsWith(MACRO)
                ? Optional.of(rule.getPattern().substring(MACRO.length()))
                : Optional.empty();
    }

    /** @param path relative to the folder of the file that this line is in */
    boolean isAbout(String path) {
        return macro().isEmpty() && rule.isMatch(path, false);
    }
}

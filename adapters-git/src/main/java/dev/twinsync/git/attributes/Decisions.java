package dev.twinsync.git.attributes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * What the attributes of a file are, and by which line. Git asks the nearest file first, in it the last line, and in that the last
 * word; what is decided stays so. JGit reads the lines and matches the patterns, but does not tell which line it was.
 */
final class Decisions {

    /** The one that Git brings along. */
    private static final AttributesRule BINARY = new AttributesRule("[attr]binary", "-diff -merge -text");

    private final Map<String, RuleFile> byFolder = new HashMap<>();
    private final List<RuleFile> overall = new ArrayList<>();
    private final Map<String, AttributesRule> macros = new HashMap<>();

    /**
     * @param overriding those that come before all others, as {@code .git/info/attributes}
     * @param ofFolders one a folder at most
     */
    Decisions(List<RuleFile> overriding, List<RuleFile> ofFolders) {
        overall.addAll(overriding);
        ofFolders.forEach(file -> byFolder.put(file.folder(), file));
        overriding.forEach(this::learnMacros);
        ofFolders.stream().filter(file -> file.folder().isEmpty()).forEach(this::learnMacros);
        macros.putIfAbsent("binary", BINARY);
    }

    /** Git takes none from the file of a folder. */
    private void learnMacros(RuleFile file) {
        for (RuleLine line : file.lines()) {
            line.macro().ifPresent(name -> macros.putIfAbsent(name, line.rule()));
        }
    }

    record Decision(Attribute attribute, RuleLine by) {}

    /** By the name of the attribute; one that no line is about is missing. */
    Map<String, Decision> of(String path) {
        var decided = new HashMap<String, Decision>();
        for (RuleFile file : nearestFirst(path)) {
            var relative = path.substring(file.folder().length());
            for (RuleLine line : file.lines()) {
                if (line.isAbout(relative)) {
                    decide(line.rule(), line, decided);
                }
            }
        }
        return decided;
    }

    private List<RuleFile> nearestFirst(String path) {
        var files = new ArrayList<>(overall);
        for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            addOf(path.substring(0, end + 1), files);
        }
        addOf("", files);
        return files;
    }

    private void addOf(String folder, List<RuleFile> files) {
        if (byFolder.containsKey(folder)) {
            files.add(byFolder.get(folder));
        }
    }

    private void decide(AttributesRule rule, RuleLine by, Map<String, Decision> decided) {
        for (Attribute attribute : rule.getAttributes().reversed()) {
            var name = attribute.getKey();
            boolean isNew = decided.putIfAbsent(name, new Decision(attribute, by)) == null;
            if (isNew && attribute.getState() == Attribute.State.SET && macros.containsKey(name)) {
                decide(macros.get(name), by, decided);
            }
        }
    }
}

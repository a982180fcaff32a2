package dev.twinsync.git.attributes;

import dev.twinsync.port.RepoContents;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether git gives back the files of the machine byte for byte. twin itself writes and reads them so; git does what it is told by
 * the rules of the repository, and where these are silent by those and the settings of whoever runs it. So each file has to have a
 * rule for everything that changes bytes; then no setting anywhere can.
 */
public final class KeptBytes {

    /** The rule that makes it so, in the {@code .gitattributes} at the top, and touches no file of the owner's. */
    public static final String RULE = "/filesystem/** -text -ident !filter !working-tree-encoding";

    /** Counts before all others, and in this work tree only: no clone gets it. */
    public static final String OF_THIS_CLONE = ".git/info/attributes";

    private static final String FOLDER = "filesystem";

    private final RepoContents contents;
    private final Decisions decisions;
    private final List<String> files = new ArrayList<>();

    private KeptBytes(RepoContents contents, List<RuleFile> overriding) throws IOException {
        this.contents = contents;
        var ruleFiles = new ArrayList<String>();
        ruleFiles.add(RuleFile.NAME);
        for (String path : contents.list(FOLDER)) {
            (path.endsWith("/" + RuleFile.NAME) ? ruleFiles : files).add(path);
        }
        this.decisions = new Decisions(overriding, read(ruleFiles));
    }

    /** What git may change in this work tree, and in a clone once all is committed as it is there. */
    public static List<Unkept> lackingHere(RepoView repo) throws IOException {
        var file = repo.root().resolve(OF_THIS_CLONE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new KeptBytes(repo, List.of()).lacking();
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new KeptBytes(repo, List.of(RuleFile.read(OF_THIS_CLONE, "", in))).lacking();
        }
    }

    /** What git may change in a clone of this commit. */
    public static List<Unkept> lackingIn(RepoContents commit) throws IOException {
        return new KeptBytes(commit, List.of()).lacking();
    }

    private List<RuleFile> read(List<String> paths) throws IOException {
        var read = new ArrayList<RuleFile>();
        for (String path : paths) {
            if (contents.digest(path).isPresent()) {
                try (var in = contents.open(path)) {
                    read.add(RuleFile.read(path, path.substring(0, path.length() - RuleFile.NAME.length()), in));
                }
            }
        }
        return read;
    }

    /** In the order of the files that come first of each. */
    private List<Unkept> lacking() {
        Map<Optional<RuleLine>, Unkept> byLine = new LinkedHashMap<>();
        for (String file : files) {
            var decided = decisions.of(file);
            for (ByteAttribute attribute : ByteAttribute.values()) {
                var decision = Optional.ofNullable(decided.get(attribute.key()));
                if (!decision.map(one -> attribute.keepsBytes(one.attribute())).orElse(false)) {
                    note(file, attribute, decision.map(Decisions.Decision::by), byLine);
                }
            }
        }
        return List.copyOf(byLine.values());
    }

    private static void note(
            String file, ByteAttribute attribute, Optional<RuleLine> by, Map<Optional<RuleLine>, Unkept> into) {
        var unkept = into.computeIfAbsent(by, line -> new Unkept(line, new TreeSet<>(), new ArrayList<>()));
        unkept.attributes().add(attribute.key());
        if (unkept.files().isEmpty() || !unkept.files().getLast().equals(file)) {
            unkept.files().add(file);
        }
    }
}

package dev.twinsync.cli.wiring;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.attributes.KeptBytes;
import dev.twinsync.git.attributes.RuleLine;
import dev.twinsync.git.attributes.Unkept;
import dev.twinsync.os.doctor.Finding;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether git gives back the files of the machine byte for byte, by the rules in this work tree and in the last commit. */
public record BytesCheck(RepoView repo) {

    private static final String WHAT = "bytes";
    private static final Finding SOUND = Finding.ok(WHAT, "git gives back the machine's files byte for byte");
    private static final String RULES = ".gitattributes";

    /** What the rules lack, in one sentence; empty where there is nothing to mend. */
    public Optional<String> warning() {
        try {
            return ofRules()
                    .map(finding -> finding.says() + "; " + finding.remedy().orElse(""));
        } catch (IOException unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    /** Also whether the last commit has the bytes that stand here: git may have stored others while a rule said so. */
    public Finding finding() {
        try {
            var lacking = ofRules();
            return (lacking.isPresent() ? lacking : ofContents()).orElse(SOUND);
        } catch (IOException unreadable) {
            return Finding.fault(WHAT, unreadable.getMessage(), "make it readable, and run twin doctor again");
        }
    }

    private Optional<Finding> ofRules() throws IOException {
        var here = KeptBytes.lackingHere(repo);
        if (!here.isEmpty()) {
            return Optional.of(finding(here, remedy(here.getFirst()), ""));
        }
        var committed = repo.head().isPresent() ? KeptBytes.lackingIn(repo.at("HEAD")) : List.<Unkept>of();
        return committed.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        committed, "commit " + file(committed.getFirst()) + " as it is now", " of the last commit"));
    }

    private Optional<Finding> ofContents() throws IOException {
        var git = "git -C " + ShellWord.of(repo.root()) + " ";
        var uncommitted = repo.uncommitted(Set.of(Layout.FILESYSTEM));
        return uncommitted.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.note(
                        WHAT,
                        "the last commit does not have the bytes of " + files(uncommitted) + " that stand here",
                        git + "add --renormalize " + Layout.FILESYSTEM + " && " + git + "add " + Layout.FILESYSTEM
                                + " && " + git + "commit"));
    }

    private static String file(Unkept unkept) {
        return unkept.by().map(RuleLine::file).orElse(RULES);
    }

    private static Finding finding(List<Unkept> all, String remedy, String ofCommit) {
        var first = all.getFirst();
        var more = all.size() > 1 ? "; " + (all.size() - 1) + " more such" : "";
        return first.by()
                .map(line -> Finding.fault(
                        WHAT,
                        "git may change the bytes of " + files(first.files()) + " because of " + line.file() + ":"
                                + line.number() + ofCommit + ", which says \"" + line.text() + "\"" + more,
                        remedy))
                .orElseGet(() -> Finding.note(
                        WHAT,
                        "git may change the bytes of " + files(first.files()) + ": " + RULES + ofCommit
                                + " does not say what is to be of " + String.join(", ", first.attributes()) + more,
                        remedy));
    }

    private static String files(List<String> files) {
        return files.getFirst() + (files.size() > 1 ? " and of " + (files.size() - 1) + " more" : "");
    }

    private static String remedy(Unkept unkept) {
        return switch (file(unkept)) {
            case RULES -> "write at the end of " + RULES + ", and commit it: " + KeptBytes.RULE;
            case KeptBytes.OF_THIS_CLONE -> "take that out of " + KeptBytes.OF_THIS_CLONE;
            default ->
                "take that out of " + file(unkept) + ", and commit it: what the machine calls " + RULES
                        + " is kept as %" + RULES;
        };
    }
}

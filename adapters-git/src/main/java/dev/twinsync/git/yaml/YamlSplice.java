package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.port.Edit;
import dev.twinsync.port.EditedTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Changes what the text of a document says and leaves all else of it as it is. What comes of it is read again, and is refused
 * unless it says exactly what was wanted.
 */
public final class YamlSplice {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String path;

    private YamlSplice(String path) {
        this.path = path;
    }

    /**
     * @param path of the document, as the user knows it
     * @param edits one at least
     * @return the new text of the document
     */
    public static byte[] edit(String path, byte[] yaml, List<Edit> edits) throws RepoFault {
        return new YamlSplice(path).edited(yaml, edits);
    }

    /** All at once; where they are in each other's way, one after the other. */
    private byte[] edited(byte[] yaml, List<Edit> edits) throws RepoFault {
        var before = tree(yaml, edits);
        var after = before;
        for (Edit edit : edits) {
            after = edited(after, edit);
        }
        var text = spliced(yaml, edits, after);
        return text.isPresent() ? text.get() : oneByOne(yaml, before, edits);
    }

    private byte[] oneByOne(byte[] yaml, Tree before, List<Edit> edits) throws RepoFault {
        var text = yaml;
        var said = before;
        for (Edit edit : edits) {
            said = edited(said, edit);
            text = spliced(text, List.of(edit), said)
                    .orElseThrow(() -> new RepoFault(
                            path + " is written in a way that twin cannot change without touching the rest: "
                                    + edit.byHand(path)));
        }
        return text;
    }

    private Tree tree(byte[] yaml, List<Edit> edits) throws RepoFault {
        return switch (YamlTree.read(path, yaml)) {
            case Reading.Value<Tree>(var tree) -> tree;
            case Reading.Wrong<Tree>(var problems) ->
                throw new RepoFault(problems.getFirst() + "; put that right, or "
                        + edits.getFirst().byHand(path));
        };
    }

    private Tree edited(Tree tree, Edit edit) throws RepoFault {
        try {
            return EditedTree.of(tree, edit);
        } catch (EditedTree.Unfit unfit) {
            throw new RepoFault(path + ": " + unfit.getMessage() + ": " + edit.byHand(path));
        }
    }

    /** Empty where it cannot be done. */
    private Optional<byte[]> spliced(byte[] yaml, List<Edit> edits, Tree wanted) {
        var all = new String(yaml, StandardCharsets.UTF_8);
        var mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        var text = all.substring(mark.length());
        try {
            var after = YamlNodes.of(text).isEmpty() ? made(text, wanted) : spliced(text, edits);
            return Optional.of((mark + after).getBytes(StandardCharsets.UTF_8)).filter(bytes -> says(bytes, wanted));
        } catch (EditedTree.Unfit | YamlPatches.Overlap inTheWay) {
            return Optional.empty();
        }
    }

    private static String spliced(String text, List<Edit> edits) throws EditedTree.Unfit {
        var draft = new YamlDraft.Kept(YamlNodes.of(text).orElseThrow());
        YamlDraft changed = draft;
        for (Edit edit : edits) {
            changed = YamlEdits.done(changed, edit);
        }
        var patches = new YamlPatches();
        new YamlBlock(text, patches).root(changed);
        return patches.applied(text, 0, text.length());
    }

    /** A document that said nothing yet. */
    private static String made(String text, Tree wanted) {
        var lines = new YamlLines(text);
        var patches = new YamlPatches();
        patches.insertLines(lines.endOfDocument(0), YamlFragment.indented(YamlTree.write("", wanted), 0, lines.end()));
        return patches.applied(text, 0, text.length());
    }

    private boolean says(byte[] yaml, Tree wanted) {
        return YamlTree.read(path, yaml) instanceof Reading.Value<Tree>(var said) && said.saysTheSameAs(wanted);
    }
}

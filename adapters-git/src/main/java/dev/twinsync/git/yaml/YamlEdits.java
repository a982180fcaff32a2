package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Edit;
import dev.twinsync.port.EditedTree;
import dev.twinsync.port.Pointer;
import java.util.List;
import java.util.Optional;

/** Does an edit to the draft of a document; that it fits what the document says was seen before. */
final class YamlEdits {

    private final Edit edit;
    private final List<Pointer.Step> steps;

    private YamlEdits(Edit edit) {
        this.edit = edit;
        this.steps = edit.at().steps();
    }

    static YamlDraft done(YamlDraft root, Edit edit) throws EditedTree.Unfit {
        return new YamlEdits(edit).inside(root, 0);
    }

    private YamlDraft inside(YamlDraft draft, int depth) throws EditedTree.Unfit {
        if (YamlDraft.open(draft) instanceof YamlDraft.Changed branch) {
            return depth == steps.size() ? there(branch) : inBranch(branch, depth);
        }
        return depth == steps.size() && edit instanceof Edit.Set(var _, var value, var _)
                ? YamlDraft.saying(draft, value)
                : made(Optional.of(draft.tree()), depth);
    }

    private YamlDraft made(Optional<Tree> before, int depth) throws EditedTree.Unfit {
        return new YamlDraft.Made(EditedTree.below(before, edit, depth).orElseThrow());
    }

    private YamlDraft there(YamlDraft.Changed branch) throws EditedTree.Unfit {
        return switch (edit) {
            case Edit.Set(var _, var value, var _) -> YamlDraft.saying(branch, value);
            case Edit.Append(var _, var item, var comment)
            when !branch.origin().isMap() -> {
                branch.lines().add(YamlDraft.Line.made("", item, comment));
                yield branch;
            }
            case Edit.Append _, Edit.Insert _, Edit.Remove _ -> made(Optional.of(branch.tree()), steps.size());
        };
    }

    private YamlDraft inBranch(YamlDraft.Changed branch, int depth) throws EditedTree.Unfit {
        switch (steps.get(depth)) {
            case Pointer.Step.Key(var key) -> inField(branch, key, depth);
            case Pointer.Step.Index(var at) -> inItem(branch, at, depth);
        }
        return branch;
    }

    private boolean isHere(int depth) {
        return depth == steps.size() - 1;
    }

    private void inField(YamlDraft.Changed map, String key, int depth) throws EditedTree.Unfit {
        var line = map.line(key);
        if (line.isPresent()) {
            inLine(line.get(), depth);
            return;
        }
        var value = EditedTree.below(Optional.empty(), edit, depth + 1).orElseThrow();
        map.lines().add(YamlDraft.Line.made(key, value, comment()));
    }

    private void inItem(YamlDraft.Changed list, int at, int depth) throws EditedTree.Unfit {
        if (isHere(depth) && edit instanceof Edit.Insert(var _, var item)) {
            list.insert(at, YamlDraft.Line.made("", item, Optional.empty()));
        } else {
            inLine(list.live().get(at), depth);
        }
    }

    private void inLine(YamlDraft.Line line, int depth) throws EditedTree.Unfit {
        if (isHere(depth) && edit instanceof Edit.Remove) {
            line.goes();
        } else {
            line.becomes(inside(line.value(), depth + 1));
        }
    }

    private Optional<String> comment() {
        return switch (edit) {
            case Edit.Set set -> set.comment();
            case Edit.Append append -> append.comment();
            case Edit.Insert _, Edit.Remove _ -> Optional.empty();
        };
    }
}

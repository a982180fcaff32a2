package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;
import java.util.List;

/** Writes what becomes of a map or list in brackets: what stays keeps its text and what stands around it. */
final class YamlFlow {

    private static final int STEP = 2;

    private final String text;
    private final YamlLines lines;

    YamlFlow(String text) {
        this.text = text;
        this.lines = new YamlLines(text);
    }

    /** @return the whole of it, brackets included */
    String written(YamlDraft.Changed changed) {
        var branch = changed.origin();
        var live = changed.live();
        if (text.charAt(branch.from()) != (branch.isMap() ? '{' : '[')) {
            throw new YamlPatches.Overlap("a pair without braces");
        }
        if (live.isEmpty()) {
            return branch.isMap() ? "{}" : "[]";
        }
        return branch.entries().isEmpty()
                ? filled(branch, live)
                : new YamlFlowLines(lines, branch).written(changed, this).orElseGet(() -> joined(branch, live));
    }

    private String filled(YamlNode.Branch branch, List<YamlDraft.Line> live) {
        var out = new StringBuilder(text.substring(branch.from(), branch.from() + 1));
        for (int index = 0; index < live.size(); index++) {
            out.append(index == 0 ? "" : ", ").append(piece(live.get(index), branch));
            out.append(commentBehind(live.get(index), branch, index == live.size() - 1));
        }
        return out.append(text, branch.from() + 1, branch.to()).toString();
    }

    /** What stood between two neighbours stays behind the first of them, also where a new one comes in between. */
    private String joined(YamlNode.Branch branch, List<YamlDraft.Line> live) {
        var entries = branch.entries();
        var out = new StringBuilder(
                text.substring(branch.from(), entries.getFirst().from()));
        for (int index = 0; index < live.size(); index++) {
            out.append(index == 0 ? "" : between(entries, live.get(index - 1), live.get(index)));
            out.append(piece(live.get(index), branch));
            out.append(commentBehind(live.get(index), branch, index == live.size() - 1));
        }
        return out.append(text, entries.getLast().to(), branch.to()).toString();
    }

    private String between(List<YamlNode.Entry> entries, YamlDraft.Line one, YamlDraft.Line next) {
        if (one.origin().isEmpty()) {
            return ", ";
        }
        int index = next.origin().or(one::origin).map(entries::indexOf).orElseThrow();
        int second = next.origin().isPresent() ? index : index + 1;
        return second == entries.size() ? ", " : gap(entries.get(second - 1), entries.get(second));
    }

    private String gap(YamlNode.Entry one, YamlNode.Entry next) {
        return text.substring(one.to(), next.from());
    }

    /** Ends the line, so only where nothing else comes. */
    private String commentBehind(YamlDraft.Line line, YamlNode.Branch branch, boolean isLast) {
        var commented = YamlFragment.commented("\n", line.comment()).stripTrailing();
        int indent = lines.indent(lines.start(branch.from())) + STEP;
        return isLast && !commented.isEmpty() ? commented + lines.end() + " ".repeat(indent) : "";
    }

    String piece(YamlDraft.Line line, YamlNode.Branch branch) {
        if (line.origin().isEmpty()) {
            var value = line.value().tree();
            return branch.isMap()
                    ? YamlFragment.inline(Tree.text(line.key())) + ": " + YamlFragment.inline(value)
                    : YamlFragment.inline(value);
        }
        var entry = line.origin().get();
        return switch (line.value()) {
            case YamlDraft.Kept _ -> text.substring(entry.from(), entry.to());
            case YamlDraft.Changed changed ->
                text.substring(entry.from(), entry.value().from()) + written(changed);
            case YamlDraft.Made(var tree) -> head(entry) + YamlFragment.inline(tree, style(entry), true);
        };
    }

    private String head(YamlNode.Entry entry) {
        var head = text.substring(entry.from(), entry.value().from());
        if (style(entry) != YamlNode.Style.NOTHING) {
            return head;
        }
        return head.endsWith(":") ? head + " " : head + ": ";
    }

    private static YamlNode.Style style(YamlNode.Entry entry) {
        return entry.value() instanceof YamlNode.Leaf leaf ? leaf.style() : YamlNode.Style.PLAIN;
    }
}

package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;

/** Puts a value in the place of another one that it has nothing in common with. */
record YamlReplacement(YamlLines lines, YamlPatches patches) {

    /** @param written how the new one looks where it has lines of its own */
    void of(YamlNode old, Tree tree, String written, YamlSlot slot) {
        if (old instanceof YamlNode.Branch branch && !branch.inFlow()) {
            ofBlock(branch, tree, written, slot);
        } else {
            ofInline(old, tree, written, slot);
        }
    }

    private void ofInline(YamlNode old, Tree tree, String written, YamlSlot slot) {
        if (YamlFragment.isInline(tree)) {
            patches.replace(old.from(), old.to(), spaced(old, YamlFragment.inline(tree, style(old), false)) + end(old));
        } else if (slot.isField() && lines.start(old.from()) == lines.start(slot.behind())) {
            below(old, written, slot);
        } else {
            boolean isNothing = style(old) == YamlNode.Style.NOTHING;
            int column = isNothing ? slot.columnBelow() : old.from() - lines.start(old.from());
            patches.replace(
                    old.from(), old.to(), spaced(old, YamlFragment.within(written, column, lines.end())) + end(old));
        }
    }

    private static YamlNode.Style style(YamlNode old) {
        return old instanceof YamlNode.Leaf leaf ? leaf.style() : YamlNode.Style.PLAIN;
    }

    private static String spaced(YamlNode old, String written) {
        return style(old) == YamlNode.Style.NOTHING ? " " + written : written;
    }

    /** Text in several lines took the end of the last one with it. */
    private String end(YamlNode old) {
        return style(old) == YamlNode.Style.BLOCK && lines.isStart(old.to()) ? lines.end() : "";
    }

    private void below(YamlNode old, String written, YamlSlot slot) {
        var indented = YamlFragment.indented(written, slot.columnBelow(), lines.end());
        if (lines.isStart(old.to())) {
            patches.replace(slot.behind(), old.to(), lines.end() + indented);
        } else {
            patches.delete(slot.behind(), old.to());
            patches.insertLines(lines.next(old.to()), indented);
        }
    }

    private void ofBlock(YamlNode.Branch old, Tree tree, String written, YamlSlot slot) {
        var own = YamlOwn.of(lines, old, false);
        if (own.isBehindDash(0)) {
            patches.replace(
                    old.from(), lines.withoutBreak(old.to()), YamlFragment.within(written, old.column(), lines.end()));
            return;
        }
        int from = own.from(0);
        int to = own.to(old.entries().size() - 1);
        if (YamlFragment.isInline(tree)) {
            patches.insert(slot.behind(), " " + YamlFragment.inline(tree, YamlNode.Style.PLAIN, false));
            patches.delete(from, to);
        } else {
            patches.delete(from, to);
            patches.insertLines(to, YamlFragment.indented(written, slot.columnBelow(), lines.end()));
        }
    }
}

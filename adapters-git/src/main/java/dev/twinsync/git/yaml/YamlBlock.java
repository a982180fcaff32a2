package dev.twinsync.git.yaml;

import java.util.stream.Collectors;

/** Writes into the text of a document what becomes of its lines. */
final class YamlBlock {

    private final String text;
    private final YamlLines lines;
    private final YamlPatches patches;
    private final YamlReplacement replacement;

    YamlBlock(String text, YamlPatches patches) {
        this.text = text;
        this.lines = new YamlLines(text);
        this.patches = patches;
        this.replacement = new YamlReplacement(lines, patches);
    }

    void root(YamlDraft root) {
        switch (root) {
            case YamlDraft.Kept _ -> {}
            case YamlDraft.Made _ -> throw new YamlPatches.Overlap("the document is something else altogether");
            case YamlDraft.Changed changed when changed.origin().inFlow() -> flow(changed);
            case YamlDraft.Changed changed -> {
                entries(changed, true);
                int end = lines.endOfDocument(changed.origin().to());
                if (changed.live().isEmpty() && end < text.length()) {
                    patches.insertLines(end, "{}" + lines.end());
                }
            }
        }
    }

    private void flow(YamlDraft.Changed changed) {
        patches.replace(changed.origin().from(), changed.origin().to(), new YamlFlow(text).written(changed));
    }

    private void value(YamlDraft draft, YamlNode old, YamlSlot slot) {
        switch (draft) {
            case YamlDraft.Kept _ -> {}
            case YamlDraft.Made(var tree) -> replacement.of(old, tree, YamlTree.write("", tree), slot);
            case YamlDraft.Changed changed
            when beginsAnew(changed) -> replacement.of(old, changed.tree(), lines(changed), slot);
            case YamlDraft.Changed changed when changed.origin().inFlow() -> flow(changed);
            case YamlDraft.Changed changed when changed.live().isEmpty() -> emptied(changed, slot);
            case YamlDraft.Changed changed -> entries(changed, false);
        }
    }

    /** Whether it has only new entries, and no line of its own where they could stand. */
    private boolean beginsAnew(YamlDraft.Changed changed) {
        var origin = changed.origin();
        boolean hasNoLines = origin.inFlow()
                ? lines.skipBlanks(origin.from() + 1) == origin.to() - 1
                : YamlOwn.of(lines, origin, false).isBehindDash(0);
        return hasNoLines
                && !changed.live().isEmpty()
                && changed.live().stream().allMatch(line -> line.origin().isEmpty());
    }

    private static String lines(YamlDraft.Changed changed) {
        return changed.live().stream()
                .map(line -> YamlFragment.commented(
                        changed.origin().isMap()
                                ? YamlFragment.field(line.key(), line.value().tree())
                                : YamlFragment.item(line.value().tree(), false),
                        line.comment()))
                .collect(Collectors.joining());
    }

    private void emptied(YamlDraft.Changed changed, YamlSlot slot) {
        var own = YamlOwn.of(lines, changed.origin(), false);
        var first = changed.origin().entries().getFirst();
        var brackets = changed.origin().isMap() ? "{}" : "[]";
        if (own.isBehindDash(0)) {
            patches.replace(first.from(), lines.withoutBreak(own.to(0)), brackets);
        } else {
            patches.insert(slot.behind(), " " + brackets);
            patches.delete(own.from(0), own.to(0));
        }
        for (int index = 1; index < own.entries().size(); index++) {
            patches.delete(own.from(index), own.to(index));
        }
    }

    private void entries(YamlDraft.Changed changed, boolean atTop) {
        var own = YamlOwn.of(lines, changed.origin(), atTop);
        int gone = pulledUp(changed, own);
        int index = 0;
        for (YamlDraft.Line line : changed.lines()) {
            if (line.origin().isEmpty()) {
                made(line, changed, own, index);
            } else {
                if (!line.isGone()) {
                    var entry = line.origin().get();
                    value(line.value(), entry.value(), YamlSlot.of(lines, changed.origin(), entry));
                } else if (index >= gone) {
                    patches.delete(own.from(index), own.to(index));
                }
                index++;
            }
        }
    }

    /**
     * Where the first entries go and stood behind a dash, the first that stays takes their place.
     *
     * @return how many are dealt with by that
     */
    private int pulledUp(YamlDraft.Changed changed, YamlOwn own) {
        var before = changed.lines().stream()
                .filter(line -> line.origin().isPresent())
                .takeWhile(YamlDraft.Line::isGone)
                .count();
        int gone = Math.toIntExact(before);
        if (gone == 0 || !own.isBehindDash(0)) {
            return 0;
        }
        int from = own.entries().getFirst().from();
        int next = own.entries().get(gone).from();
        if (own.from(gone) == lines.start(next) && own.from(gone) == own.to(gone - 1)) {
            patches.delete(from, next);
        } else {
            patches.replace(lines.skipBlanksBack(from), own.to(gone - 1), lines.end());
        }
        return gone;
    }

    /** @param index how many entries that were there before stand in front of it, gone or not */
    private void made(YamlDraft.Line line, YamlDraft.Changed changed, YamlOwn own, int index) {
        if (line.isGone()) {
            return;
        }
        int column = own.column();
        var written = written(line, changed, index);
        if (index == 0 && own.isBehindDash(0)) {
            patches.insert(
                    own.entries().getFirst().from(),
                    YamlFragment.within(written, column, lines.end()) + lines.end() + " ".repeat(column));
        } else {
            patches.insertLines(place(changed, own, index), YamlFragment.indented(written, column, lines.end()));
        }
    }

    private int place(YamlDraft.Changed changed, YamlOwn own, int index) {
        if (index == 0) {
            return own.from(0);
        }
        boolean isEnd = own.atTop()
                && changed.origin().isMap()
                && index == own.entries().size();
        return isEnd ? lines.endOfDocument(own.to(index - 1)) : own.to(index - 1);
    }

    private static String written(YamlDraft.Line line, YamlDraft.Changed changed, int index) {
        boolean inBrackets = !changed.origin().isMap() && areInBrackets(changed, index);
        var tree = line.value().tree();
        var written =
                changed.origin().isMap() ? YamlFragment.field(line.key(), tree) : YamlFragment.item(tree, inBrackets);
        return YamlFragment.commented(written, line.comment());
    }

    /** As the neighbour is. */
    private static boolean areInBrackets(YamlDraft.Changed changed, int index) {
        var entries = changed.origin().entries();
        var neighbour = entries.get(Math.max(0, index - 1)).value();
        return neighbour instanceof YamlNode.Branch branch
                && branch.inFlow()
                && !branch.entries().isEmpty();
    }
}

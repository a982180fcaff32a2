package dev.twinsync.git.yaml;

import java.util.List;
import java.util.Optional;

/** A map or list in brackets of which each entry has lines of its own. */
record YamlFlowLines(YamlLines lines, YamlNode.Branch branch) {

    /** Empty where it is written otherwise. */
    Optional<String> written(YamlDraft.Changed changed, YamlFlow flow) {
        if (!standAlone()) {
            return Optional.empty();
        }
        var entries = branch.entries();
        var patches = new YamlPatches();
        var live = changed.live();
        int index = 0;
        for (YamlDraft.Line line : changed.lines()) {
            boolean isLast = !live.isEmpty() && live.getLast() == line;
            if (line.origin().isEmpty()) {
                made(line, flow, patches, place(index), isLast && !endsWithComma());
            } else if (line.isGone()) {
                patches.delete(ownFrom(entries.get(index)), lines.next(behindComma(index)));
                index++;
            } else {
                kept(line, flow, patches, index, isLast);
                index++;
            }
        }
        return Optional.of(patches.applied(lines.text(), branch.from(), branch.to()));
    }

    private boolean standAlone() {
        var entries = branch.entries();
        for (int index = 0; index < entries.size(); index++) {
            int next = index + 1 < entries.size() ? entries.get(index + 1).from() : branch.to() - 1;
            if (!lines.isFirst(entries.get(index).from()) || lines.next(behindComma(index)) > lines.start(next)) {
                return false;
            }
        }
        return lines.start(entries.getFirst().from()) > branch.from();
    }

    /** Behind the comma of an entry; behind the entry itself, where the last one has none. */
    private int behindComma(int index) {
        int to = branch.entries().get(index).to();
        int comma = lines.behindComments(to);
        return comma < branch.to() && lines.text().charAt(comma) == ',' ? comma + 1 : to;
    }

    private boolean endsWithComma() {
        int last = branch.entries().size() - 1;
        return behindComma(last) > branch.entries().get(last).to();
    }

    private int ownFrom(YamlNode.Entry entry) {
        int column = entry.from() - lines.start(entry.from());
        var own = new YamlOwn(lines, column, List.of(entry), false);
        return Math.max(own.from(0), lines.next(branch.from()));
    }

    private int place(int index) {
        return index == 0 ? ownFrom(branch.entries().getFirst()) : lines.next(behindComma(index - 1));
    }

    private void made(YamlDraft.Line line, YamlFlow flow, YamlPatches patches, int place, boolean isLast) {
        if (!line.isGone()) {
            int from = branch.entries().getFirst().from();
            var written = YamlFragment.commented(flow.piece(line, branch) + (isLast ? "" : ",") + "\n", line.comment());
            patches.insertLines(place, YamlFragment.indented(written, from - lines.start(from), lines.end()));
        }
    }

    private void kept(YamlDraft.Line line, YamlFlow flow, YamlPatches patches, int index, boolean isLast) {
        var entry = branch.entries().get(index);
        patches.replace(entry.from(), entry.to(), flow.piece(line, branch));
        boolean hasComma = behindComma(index) > entry.to();
        boolean needsComma = !isLast || endsWithComma();
        if (needsComma && !hasComma) {
            patches.insert(entry.to(), ",");
        } else if (hasComma && !needsComma) {
            patches.delete(behindComma(index) - 1, behindComma(index));
        }
    }
}

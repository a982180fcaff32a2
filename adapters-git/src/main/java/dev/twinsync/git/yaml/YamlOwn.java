package dev.twinsync.git.yaml;

import java.util.List;

/**
 * Which lines are an entry's own: its text, what stands behind it in its last line, the comment lines right above it that are
 * indented as it is, and those below it that are indented further.
 *
 * @param atTop of the document, where what stands above the first entry is about all of it
 */
record YamlOwn(YamlLines lines, int column, List<YamlNode.Entry> entries, boolean atTop) {

    static YamlOwn of(YamlLines lines, YamlNode.Branch branch, boolean atTop) {
        return new YamlOwn(lines, branch.column(), branch.entries(), atTop);
    }

    /** Whether it begins in the middle of a line: the first one behind a dash. */
    boolean isBehindDash(int index) {
        return !lines.isFirst(entries.get(index).from());
    }

    int from(int index) {
        int start = lines.start(entries.get(index).from());
        int least = index == 0 ? 0 : to(index - 1);
        if (index == 0 && atTop) {
            return start;
        }
        while (start > least && isOwnComment(lines.start(start - 1))) {
            start = lines.start(start - 1);
        }
        return start;
    }

    private boolean isOwnComment(int line) {
        return lines.isComment(line) && lines.indent(line) == column;
    }

    int to(int index) {
        int end = lines.nextUnlessStart(entries.get(index).to());
        for (int line = end; isBlankOrDeeperComment(line); line = lines.next(line)) {
            end = lines.isComment(line) ? lines.next(line) : end;
        }
        return end;
    }

    private boolean isBlankOrDeeperComment(int line) {
        return line < lines.text().length()
                && (lines.isComment(line) ? lines.indent(line) > column : lines.isBlank(line));
    }
}

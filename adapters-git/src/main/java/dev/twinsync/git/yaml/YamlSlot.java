package dev.twinsync.git.yaml;

/**
 * Where the value of an entry stands, or would stand.
 *
 * @param behind the colon or the dash
 * @param column of the entry's key or dash
 * @param isField of a map; otherwise an item of a list
 */
record YamlSlot(int behind, int column, boolean isField) {

    private static final int STEP = 2;

    static YamlSlot of(YamlLines lines, YamlNode.Branch branch, YamlNode.Entry entry) {
        int behind = branch.isMap() ? lines.behindComments(entry.keyTo()) + 1 : entry.keyTo();
        return new YamlSlot(behind, branch.column(), branch.isMap());
    }

    int columnBelow() {
        return column + STEP;
    }
}

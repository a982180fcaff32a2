package dev.twinsync.git.commit;

import dev.twinsync.git.index.GitIndex;
import dev.twinsync.git.index.IndexEntry;
import dev.twinsync.git.work.TrackedFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** Git's index with other files in the place of what is covered by some paths. What it has beside them is copied byte for byte. */
final class IndexEdit {

    private final GitIndex index;
    private final BitSet dropped = new BitSet();
    private final ByteArrayOutputStream kept;
    private int count;
    private boolean extended;

    private IndexEdit(GitIndex index) {
        this.index = index;
        this.kept = new ByteArrayOutputStream(index.entries().limit() + 4096);
    }

    /**
     * The bytes of the new file.
     *
     * @param now files that were changed at this time or later are to be read by who asks for them
     */
    static byte[] of(GitIndex index, Coverage coverage, Collection<TrackedFile> files, Instant now) {
        var edit = new IndexEdit(index);
        coverage.topmost().forEach(path -> edit.dropCovered(path.text()));
        var added = new ArrayList<Added>();
        files.forEach(file -> added.add(Added.of(file, now)));
        added.sort((one, other) -> Arrays.compareUnsigned(one.path(), other.path()));
        added.forEach(file -> edit.dropRivals(file.path()));
        return edit.written(added);
    }

    private record Added(byte[] path, byte[] entry) {

        static Added of(TrackedFile file, Instant now) {
            var entry = new IndexEntry(ByteBuffer.wrap(IndexEntry.of(file.file(), file.content())), 0);
            if (entry.isRacy(now)) {
                entry.smudge();
            }
            return new Added(
                    file.path().getBytes(StandardCharsets.UTF_8), entry.index().array());
        }
    }

    /** What is covered and not in the work tree, as a submodule, is left alone. */
    private void dropCovered(String path) {
        int from = index.first(bytes(path));
        for (int place = from; place < index.size() && index.entry(place).comparePath(bytes(path)) == 0; place++) {
            dropIfInWorkTree(place);
        }
        int end = index.first(endOfFolder(path));
        for (int place = index.first(bytes(path + "/")); place < end; place++) {
            dropIfInWorkTree(place);
        }
    }

    private void dropIfInWorkTree(int place) {
        if (!index.entry(place).isNotInWorkTree()) {
            dropped.set(place);
        }
    }

    /** The file itself and, where it is new, what was a file and is a folder above it now, or was a folder and is this file. */
    private void dropRivals(byte[] path) {
        if (!dropFile(path)) {
            var text = new String(path, StandardCharsets.UTF_8);
            Coverage.foldersAbove(text).forEach(folder -> dropFile(bytes(folder)));
            dropped.set(index.first(bytes(text + "/")), index.first(endOfFolder(text)));
        }
    }

    /** In all stages that a merge may have left. */
    private boolean dropFile(byte[] path) {
        int from = index.first(path);
        int to = from;
        while (to < index.size() && index.entry(to).comparePath(path) == 0) {
            to++;
        }
        dropped.set(from, to);
        return to > from;
    }

    private byte[] written(Collection<Added> files) {
        kept.writeBytes(new byte[GitIndex.HEADER]);
        int next = 0;
        for (Added file : files) {
            int place = index.first(file.path());
            keep(next, place);
            kept.writeBytes(file.entry());
            next = Math.max(next, place);
        }
        keep(next, index.size());
        int version = index.version() == GitIndex.COMPRESSED
                ? GitIndex.COMPRESSED
                : extended ? GitIndex.EXTENDED : GitIndex.PLAIN;
        return GitIndex.file(version, count + files.size(), ByteBuffer.wrap(kept.toByteArray()));
    }

    /** An entry that could not be told from a changed file while the old index was there must not become believable by a newer one. */
    private void keep(int from, int to) {
        int begun = index.starts()[Math.min(from, index.size())];
        for (int place = from; place < to; place++) {
            var entry = index.entry(place);
            if (dropped.get(place)) {
                copy(begun, entry.start());
                begun = index.starts()[place + 1];
                continue;
            }
            if (entry.isRacy(index.written())) {
                entry.smudge();
            }
            extended |= entry.isExtended();
            count++;
        }
        copy(begun, Math.max(begun, index.starts()[to]));
    }

    private void copy(int begin, int end) {
        kept.write(index.entries().array(), begin, end - begin);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What comes next after all that is in a folder: the letter behind the slash. */
    private static byte[] endOfFolder(String path) {
        return bytes(path + "0");
    }
}

package dev.twinsync.domain.files;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;

/** How seen files look in documents. */
final class LiveFileShapes {

    private LiveFileShapes() {}

    static final Shape<LiveFile> SHAPE = new TaggedShape<>(
            "type",
            Optional.of("file"),
            List.of(
                    new Variant<>("file", LiveFile.Regular.class, regular()),
                    new Variant<>("directory", LiveFile.Directory.class, directory()),
                    new Variant<>("symlink", LiveFile.Symlink.class, symlink()),
                    new Variant<>("other", LiveFile.Other.class, other())));

    private static RecordShape<LiveFile.Regular> regular() {
        var path = required("path", TargetPath.SHAPE, LiveFile.Regular::path);
        var digest = required("digest", Digest.SHAPE, LiveFile.Regular::digest);
        var mode = required("mode", FileMode.SHAPE, LiveFile.Regular::mode);
        var owner = required("owner", AccountName.SHAPE, LiveFile.Regular::owner);
        var group = required("group", AccountName.SHAPE, LiveFile.Regular::group);
        return new RecordShape<>(
                List.of(path, digest, mode, owner, group),
                line -> new LiveFile.Regular(
                        line.get(path), line.get(digest), line.get(mode), line.get(owner), line.get(group)));
    }

    private static RecordShape<LiveFile.Directory> directory() {
        var path = required("path", TargetPath.SHAPE, LiveFile.Directory::path);
        var mode = required("mode", FileMode.SHAPE, LiveFile.Directory::mode);
        var owner = required("owner", AccountName.SHAPE, LiveFile.Directory::owner);
        var group = required("group", AccountName.SHAPE, LiveFile.Directory::group);
        return new RecordShape<>(
                List.of(path, mode, owner, group),
                line -> new LiveFile.Directory(line.get(path), line.get(mode), line.get(owner), line.get(group)));
    }

    private static RecordShape<LiveFile.Symlink> symlink() {
        var path = required("path", TargetPath.SHAPE, LiveFile.Symlink::path);
        var target = required("target", LinkTarget.SHAPE, LiveFile.Symlink::target);
        return new RecordShape<>(List.of(path, target), line -> new LiveFile.Symlink(line.get(path), line.get(target)));
    }

    private static RecordShape<LiveFile.Other> other() {
        var path = required("path", TargetPath.SHAPE, LiveFile.Other::path);
        var what = required("what", Shape.word(LiveFile.What.class), LiveFile.Other::what);
        return new RecordShape<>(List.of(path, what), line -> new LiveFile.Other(line.get(path), line.get(what)));
    }
}

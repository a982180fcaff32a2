package dev.twinsync.domain.files;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How wished files look in documents. */
final class DesiredFileShapes {

    private DesiredFileShapes() {}

    private static final Shape<List<String>> NOTIFY = Shape.list(
            Shape.text("^" + UnitName.GRAMMAR + "$", text -> new UnitName(text).text(), Function.identity()));

    static final Shape<DesiredFile> SHAPE = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", DesiredFile.Present.class, present()),
                    new Variant<>("absent", DesiredFile.Absent.class, absent())));

    private static TaggedShape<DesiredFile.Present> present() {
        return new TaggedShape<>(
                "type",
                Optional.of("file"),
                List.of(
                        new Variant<>("file", DesiredFile.Regular.class, regular()),
                        new Variant<>("directory", DesiredFile.Directory.class, directory()),
                        new Variant<>("symlink", DesiredFile.Symlink.class, symlink())));
    }

    private static RecordShape<DesiredFile.Regular> regular() {
        var path = required("path", TargetPath.SHAPE, DesiredFile.Regular::path);
        var twinPath = required("twin_path", TwinPath.SHAPE, DesiredFile.Regular::twinPath);
        var mode = optional("mode", FileMode.SHAPE, DesiredFile.Regular::mode);
        var owner = optional("owner", AccountName.SHAPE, DesiredFile.Regular::owner);
        var group = optional("group", AccountName.SHAPE, DesiredFile.Regular::group);
        var notifies = withDefault("notify", NOTIFY, List.<String>of(), DesiredFile.Regular::notifies);
        var digest = optional("digest", Digest.SHAPE, DesiredFile.Regular::digest);
        return new RecordShape<>(
                List.of(path, twinPath, mode, owner, group, notifies, digest),
                line -> new DesiredFile.Regular(
                        line.get(path),
                        line.get(twinPath),
                        line.get(mode),
                        line.get(owner),
                        line.get(group),
                        line.get(notifies),
                        line.get(digest)));
    }

    private static RecordShape<DesiredFile.Directory> directory() {
        var path = required("path", TargetPath.SHAPE, DesiredFile.Directory::path);
        var mode = optional("mode", FileMode.SHAPE, DesiredFile.Directory::mode);
        var owner = optional("owner", AccountName.SHAPE, DesiredFile.Directory::owner);
        var group = optional("group", AccountName.SHAPE, DesiredFile.Directory::group);
        var notifies = withDefault("notify", NOTIFY, List.<String>of(), DesiredFile.Directory::notifies);
        return new RecordShape<>(
                List.of(path, mode, owner, group, notifies),
                line -> new DesiredFile.Directory(
                        line.get(path), line.get(mode), line.get(owner), line.get(group), line.get(notifies)));
    }

    private static RecordShape<DesiredFile.Symlink> symlink() {
        var path = required("path", TargetPath.SHAPE, DesiredFile.Symlink::path);
        var target = required("target", LinkTarget.SHAPE, DesiredFile.Symlink::target);
        var notifies = withDefault("notify", NOTIFY, List.<String>of(), DesiredFile.Symlink::notifies);
        return new RecordShape<>(
                List.of(path, target, notifies),
                line -> new DesiredFile.Symlink(line.get(path), line.get(target), line.get(notifies)));
    }

    private static RecordShape<DesiredFile.Absent> absent() {
        var path = required("path", TargetPath.SHAPE, DesiredFile.Absent::path);
        var notifies = withDefault("notify", NOTIFY, List.<String>of(), DesiredFile.Absent::notifies);
        return new RecordShape<>(
                List.of(path, notifies), line -> new DesiredFile.Absent(line.get(path), line.get(notifies)));
    }
}

package dev.twinsync.domain.files;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How actions on files look in documents. */
final class FileActionShapes {

    private FileActionShapes() {}

    static final Shape<FileAction> SHAPE = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("write", Write.class, write()),
                    new Variant<>("make-directory", MakeDirectory.class, makeDirectory()),
                    new Variant<>("link", Link.class, link()),
                    new Variant<>("set-attributes", SetAttributes.class, setAttributes()),
                    new Variant<>("delete", Delete.class, at(Delete::path, Delete::new)),
                    new Variant<>(
                            "delete-directory",
                            DeleteDirectory.class,
                            at(DeleteDirectory::path, DeleteDirectory::new))));

    private static RecordShape<Write> write() {
        var path = required("path", TargetPath.SHAPE, Write::path);
        var twinPath = required("twin_path", TwinPath.SHAPE, Write::twinPath);
        var digest = required("digest", Digest.SHAPE, Write::digest);
        var mode = required("mode", FileMode.SHAPE, Write::mode);
        var owner = required("owner", AccountName.SHAPE, Write::owner);
        var group = required("group", AccountName.SHAPE, Write::group);
        return new RecordShape<>(
                List.of(path, twinPath, digest, mode, owner, group),
                line -> new Write(
                        line.get(path),
                        line.get(twinPath),
                        line.get(digest),
                        line.get(mode),
                        line.get(owner),
                        line.get(group)));
    }

    private static RecordShape<MakeDirectory> makeDirectory() {
        var path = required("path", TargetPath.SHAPE, MakeDirectory::path);
        var mode = required("mode", FileMode.SHAPE, MakeDirectory::mode);
        var owner = required("owner", AccountName.SHAPE, MakeDirectory::owner);
        var group = required("group", AccountName.SHAPE, MakeDirectory::group);
        return new RecordShape<>(
                List.of(path, mode, owner, group),
                line -> new MakeDirectory(line.get(path), line.get(mode), line.get(owner), line.get(group)));
    }

    private static RecordShape<Link> link() {
        var path = required("path", TargetPath.SHAPE, Link::path);
        var target = required("target", LinkTarget.SHAPE, Link::target);
        return new RecordShape<>(List.of(path, target), line -> new Link(line.get(path), line.get(target)));
    }

    private static RecordShape<SetAttributes> setAttributes() {
        var path = required("path", TargetPath.SHAPE, SetAttributes::path);
        var mode = required("mode", FileMode.SHAPE, SetAttributes::mode);
        var owner = required("owner", AccountName.SHAPE, SetAttributes::owner);
        var group = required("group", AccountName.SHAPE, SetAttributes::group);
        return new RecordShape<>(
                List.of(path, mode, owner, group),
                line -> new SetAttributes(line.get(path), line.get(mode), line.get(owner), line.get(group)));
    }

    private static <A> RecordShape<A> at(Function<A, TargetPath> getter, Function<TargetPath, A> constructor) {
        var path = required("path", TargetPath.SHAPE, getter);
        return new RecordShape<>(List.of(path), line -> constructor.apply(line.get(path)));
    }
}

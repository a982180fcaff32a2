package dev.twinsync.domain.files;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The kind of files, directories and links. */
public final class Files implements Kind<DesiredFile, LiveFile, FileAction> {

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Action.Stage stage() {
        return Action.Stage.FILES;
    }

    @Override
    public Shape<DesiredFile> desired() {
        return DesiredFileShapes.SHAPE;
    }

    @Override
    public Shape<LiveFile> live() {
        return LiveFileShapes.SHAPE;
    }

    @Override
    public Shape<FileAction> action() {
        return FileActionShapes.SHAPE;
    }

    @Override
    public Stream<Step<FileAction>> decide(Pair<DesiredFile, LiveFile> pair) {
        return FileDecisions.about(pair);
    }

    @Override
    public Optional<LiveFile> after(Optional<LiveFile> seen, FileAction action) {
        return switch (action) {
            case Write(var path, var _, var digest, var mode, var owner, var group) ->
                Optional.of(new LiveFile.Regular(path, digest, mode, owner, group));
            case MakeDirectory(var path, var mode, var owner, var group) ->
                Optional.of(new LiveFile.Directory(path, mode, owner, group));
            case Link(var path, var target) -> Optional.of(new LiveFile.Symlink(path, target));
            case SetAttributes(var _, var mode, var owner, var group) ->
                seen.map(found -> with(found, new Aspects(mode, owner, group)));
            case Delete _, DeleteDirectory _ -> Optional.empty();
        };
    }

    private static LiveFile with(LiveFile file, Aspects aspects) {
        return switch (file) {
            case LiveFile.Regular(var path, var digest, var _, var _, var _) ->
                new LiveFile.Regular(path, digest, aspects.mode(), aspects.owner(), aspects.group());
            case LiveFile.Directory(var path, var _, var _, var _) ->
                new LiveFile.Directory(path, aspects.mode(), aspects.owner(), aspects.group());
            case LiveFile.Symlink _, LiveFile.Other _ -> file;
        };
    }

    /** A pipe or device cannot be wished for: what stands for it is a file without content, about which nothing is done. */
    @Override
    public DesiredFile adopt(LiveFile seen) {
        return switch (seen) {
            case LiveFile.Regular file ->
                regular(file.path(), Optional.of(Aspects.of(file)), Optional.of(file.digest()));
            case LiveFile.Directory(var path, var mode, var owner, var group) ->
                new DesiredFile.Directory(path, Optional.of(mode), Optional.of(owner), Optional.of(group), List.of());
            case LiveFile.Symlink(var path, var target) -> new DesiredFile.Symlink(path, target, List.of());
            case LiveFile.Other(var path, var _) -> regular(path, Optional.empty(), Optional.empty());
        };
    }

    @Override
    public Optional<DesiredFile> absent(String key) {
        return Optional.of(new DesiredFile.Absent(new TargetPath(key), List.of()));
    }

    private static DesiredFile.Regular regular(TargetPath path, Optional<Aspects> aspects, Optional<Digest> digest) {
        return new DesiredFile.Regular(
                path,
                TwinPath.mirrorOf(path),
                aspects.map(Aspects::mode),
                aspects.map(Aspects::owner),
                aspects.map(Aspects::group),
                List.of(),
                digest);
    }

    /** Everything but the content that not everybody on the machine may read: what is hidden here stays hidden. */
    @Override
    public Optional<DesiredFile> firstWish(LiveFile seen) {
        return switch (seen) {
            case LiveFile.Regular file ->
                Optional.of(file)
                        .filter(found -> found.mode().othersMayRead() && !SecretPlaces.cover(found.path()))
                        .map(found -> regular(found.path(), Optional.of(Aspects.of(found)), Optional.empty()));
            case LiveFile.Directory _, LiveFile.Symlink _ -> Optional.of(adopt(seen));
            case LiveFile.Other _ -> Optional.empty();
        };
    }

    @Override
    public List<String> notifies(DesiredFile wish) {
        return wish.notifies();
    }

    @Override
    public boolean mayBring(FileAction action, String noticing) {
        return (action instanceof Write || action instanceof Link) && UnitSources.mayBring(action.path(), noticing);
    }

    /** From the top down, without the root of all. */
    @Override
    public List<String> wayTo(String key) {
        return IntStream.range(1, key.length())
                .filter(end -> key.charAt(end) == '/')
                .mapToObj(end -> key.substring(0, end))
                .toList();
    }
}

package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.KnownContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Something that is there, before its content was read. */
record Candidate(TargetPath path, Path place, Stat stat, AccountName owner, AccountName group) {

    static Candidate of(TargetPath path, Path place, Stat stat, Accounts accounts) throws IOException {
        return new Candidate(path, place, stat, accounts.owner(place, stat), accounts.group(place, stat));
    }

    FileMode mode() {
        return FileMode.of(stat.mode());
    }

    /** What it holds, read from beginning to end unless that is known. */
    Content read(KnownContent known) throws IOException {
        var found = known.of(stat.stamp());
        if (found.isPresent()) {
            return new Content(
                    found.get().digest(), Optional.empty(), found.get().privateKey());
        }
        var began = Instant.now();
        var content = read(false);
        known.learn(stat.stamp(), began, new KnownContent.Content(content.digest(), content.privateKey()));
        return content;
    }

    /** What it holds, with the sum by which dpkg knows its files. */
    Content readForDpkg() throws IOException {
        return read(true);
    }

    private Content read(boolean forDpkg) throws IOException {
        try (var source = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
            var content = Content.read(source, stat.size(), forDpkg);
            return Stat.of(place).filter(stat::equals).map(_ -> content).orElseThrow(Unsteady::new);
        }
    }

    Sighting asFile(Content content) {
        return content.privateKey()
                ? Sighting.hidden(path, PrivateKeyWatch.REASON)
                : new Sighting.Found(new LiveFile.Regular(path, content.digest(), mode(), owner, group));
    }

    Sighting asDirectory() {
        return new Sighting.Found(new LiveFile.Directory(path, mode(), owner, group));
    }

    Sighting asOther(LiveFile.What what) {
        return new Sighting.Found(new LiveFile.Other(path, what));
    }

    Sighting asLink() throws IOException {
        var target = Files.readSymbolicLink(place).toString();
        try {
            return new Sighting.Found(new LiveFile.Symlink(path, new LinkTarget(target)));
        } catch (IllegalArgumentException unmanageable) {
            return Sighting.hidden(path, unmanageable.getMessage());
        }
    }
}

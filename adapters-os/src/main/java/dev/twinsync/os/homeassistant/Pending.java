package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import dev.twinsync.os.files.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction is about to write, and what stood there before: on disk before the first byte is written, and until the
 * configuration was found sound or is as it was.
 *
 * @param folder of the configuration
 * @param wasSound whether it was, before
 * @param madeFolders those that the transaction makes, relative, from the top down
 */
record Pending(Path folder, boolean wasSound, List<String> madeFolders, List<Change> changes) {

    private static final String NAME = "pending";
    private static final String FOLDER = "folder";
    private static final String SOUND = "sound";
    private static final String MADE = "made";
    private static final String CHANGES = "changes";

    /**
     * @param before empty: there was no such file
     * @param after what it is to hold; empty: it is to go
     */
    record Change(ConfigPath path, Optional<Former> before, Optional<Digest> after) {

        private Tree tree() {
            var wear = before.map(Former::wear).orElse(new Wear("", "", ""));
            return Tree.map()
                    .put("path", path.text())
                    .put("before", before.map(Former::digest).map(Digest::text).orElse(""))
                    .put("owner", wear.owner())
                    .put("group", wear.group())
                    .put("mode", wear.mode())
                    .put("after", after.map(Digest::text).orElse(""))
                    .build();
        }

        private static Change of(Facts line) {
            var wear = new Wear(
                    line.at("owner").text(),
                    line.at("group").text(),
                    line.at("mode").text());
            return new Change(
                    new ConfigPath(line.at("path").text()),
                    digest(line.at("before").text()).map(digest -> new Former(digest, wear)),
                    digest(line.at("after").text()));
        }

        private static Optional<Digest> digest(String text) {
            return Optional.of(text).filter(written -> !written.isEmpty()).map(Digest::new);
        }
    }

    /** What a file held, which is kept by its digest. */
    record Former(Digest digest, Wear wear) {}

    Pending {
        madeFolders = List.copyOf(madeFolders);
        changes = List.copyOf(changes);
    }

    /** The one place where it is written down. */
    record Store(PrivateFolder place) {

        void put(Pending pending) throws IOException {
            place.make();
            var bytes = JsonTree.compact(pending.tree()).getBytes(StandardCharsets.UTF_8);
            place.put(NAME, file -> file.write(bytes));
        }

        Optional<Pending> find() throws IOException {
            var file = place.find(NAME);
            return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
        }

        private static Pending read(Path file) throws IOException {
            var damaged = file
                    + " is damaged; look whether the configuration of Home Assistant is as it should be, then remove it";
            try {
                if (JsonReader.read(Files.readString(file)) instanceof Reading.Value<Tree>(var tree)) {
                    return of(new Facts(tree));
                }
                throw new IOException(damaged);
            } catch (IllegalArgumentException wrong) {
                throw new IOException(damaged, wrong);
            }
        }

        void clear() throws IOException {
            var file = place.find(NAME);
            if (file.isPresent()) {
                Files.delete(file.get());
                place.sync();
            }
        }
    }

    private Tree tree() {
        return Tree.map()
                .put(FOLDER, folder.toString())
                .put(SOUND, Tree.literal(Boolean.toString(wasSound)))
                .put(MADE, Tree.list(madeFolders.stream().map(Tree::text).toList()))
                .put(CHANGES, Tree.list(changes.stream().map(Change::tree).toList()))
                .build();
    }

    private static Pending of(Facts facts) {
        return new Pending(
                Path.of(facts.at(FOLDER).text()),
                facts.at(SOUND).truth(),
                facts.at(MADE).texts(),
                facts.at(CHANGES).items().stream().map(Change::of).toList());
    }
}

package dev.twinsync.git;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Document;
import dev.twinsync.port.ListItem;
import dev.twinsync.port.RepoPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The YAML documents of a work tree. */
record WorkDocuments(WorkTree workTree) {

    /** Empty where there is none. */
    <T> Reading<Optional<T>> read(RepoPath path, Document<T> document) throws IOException {
        var limits = YamlLimits.DEFAULT;
        var size = workTree.size(path);
        if (size.isEmpty()) {
            return new Reading.Value<>(Optional.empty());
        }
        if (size.get() > limits.bytes()) {
            return Reading.wrong(new Place(path.text(), 1, 1), limits.tooLarge());
        }
        return YamlTree.read(path.text(), workTree.read(path, limits.bytes() + 1))
                .then(document.shape()::read)
                .map(Optional::of);
    }

    /** In one step, unless it says the same already. */
    <T> void write(RepoPath path, Document<T> document, T value) throws IOException {
        if (!read(path, document).equals(new Reading.Value<>(Optional.of(value)))) {
            var yaml = YamlTree.write(document.heading(), document.shape().write(value));
            workTree.write(path, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** To a list in its text, of which all else stays as it is. */
    void append(RepoPath path, ListItem item) throws IOException {
        if (workTree.size(path).isEmpty()) {
            throw new RepoFault("there is no " + path + ": " + item.byHand());
        }
        var before = workTree.read(path, YamlLimits.DEFAULT.bytes() + 1);
        workTree.write(path, new ByteArrayInputStream(YamlSplice.append(before, item)));
    }
}

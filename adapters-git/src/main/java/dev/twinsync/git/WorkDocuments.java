package dev.twinsync.git;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.git.yaml.YamlLimits;
import dev.twinsync.git.yaml.YamlSplice;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.Amendment;
import dev.twinsync.port.Document;
import dev.twinsync.port.Edit;
import dev.twinsync.port.RepoPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The YAML documents of a work tree. */
record WorkDocuments(WorkTree workTree, KnownDocuments known) {

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
        return known.read(path.text(), workTree.read(path, limits.bytes() + 1))
                .then(document.shape()::read)
                .map(Optional::of);
    }

    /** In one step, unless it says the same already. */
    <T> void write(RepoPath path, Document<T> document, T value) throws IOException {
        var yaml = YamlTree.write(document.heading(), document.shape().write(value))
                .getBytes(StandardCharsets.UTF_8);
        if (!holds(path, yaml) && !read(path, document).equals(new Reading.Value<>(Optional.of(value)))) {
            workTree.write(path, new ByteArrayInputStream(yaml));
        }
    }

    /** To the last byte, as it mostly does where nothing has changed: then it need not be read as YAML. */
    private boolean holds(RepoPath path, byte[] yaml) throws IOException {
        return workTree.size(path).equals(Optional.of((long) yaml.length))
                && Arrays.equals(workTree.read(path, yaml.length + 1), yaml);
    }

    /** In its text, of which all else stays as it is. */
    void edit(RepoPath path, List<Edit> edits) throws IOException {
        if (edits.isEmpty()) {
            return;
        }
        if (workTree.size(path).isEmpty()) {
            throw new RepoFault("there is no " + path + ": " + edits.getFirst().byHand(path.text()));
        }
        var text = workTree.read(path, YamlLimits.DEFAULT.bytes() + 1);
        workTree.write(path, new ByteArrayInputStream(YamlSplice.edit(path.text(), text, edits)));
    }

    /** A document that is missing is written. */
    <T> void amend(RepoPath path, Document<T> document, T value) throws IOException {
        if (workTree.size(path).isEmpty()) {
            write(path, document, value);
            return;
        }
        switch (YamlTree.read(path.text(), workTree.read(path, YamlLimits.DEFAULT.bytes() + 1))) {
            case Reading.Value<Tree>(var written) -> edit(path, Amendment.of(document, written, value));
            case Reading.Wrong<Tree>(var problems) ->
                throw new RepoFault(problems.getFirst() + "; put that right first");
        }
    }
}

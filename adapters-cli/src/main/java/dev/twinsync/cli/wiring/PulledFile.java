package dev.twinsync.cli.wiring;

import dev.twinsync.domain.policy.PulledWishes;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.PulledNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** In a file of twin's own, beside the runs of the same repository. @param folder that is its owner's alone */
record PulledFile(PrivateFolder folder) implements PulledNotes {

    private static final String NAME = "pulled.yaml";
    private static final int LONGEST = 8 << 20;

    static PulledFile in(Path folder) {
        return new PulledFile(new PrivateFolder(folder));
    }

    @Override
    public PulledWishes read() throws IOException {
        var file = folder.find(NAME);
        if (file.isEmpty()) {
            return PulledWishes.NONE;
        }
        try (var in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            return switch (YamlTree.read(file.get().toString(), in.readNBytes(LONGEST))
                    .then(PulledWishes.SHAPE::read)) {
                case Reading.Value<PulledWishes>(var notes) -> notes;
                case Reading.Wrong<PulledWishes>(var problems) ->
                    throw new IOException("twin's notes of what was pulled are damaged (" + problems.getFirst()
                            + "); look through state/ with git log, then delete " + file.get());
            };
        }
    }

    @Override
    public void write(PulledWishes notes) throws IOException {
        folder.make();
        var text = YamlTree.write("What came by twin pull and was not approved.", PulledWishes.SHAPE.write(notes));
        folder.put(NAME, file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}

package dev.twinsync.os.worker;

import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plugins of the root side with those of other people. It believes nothing that it is told of these: where the program is it looks
 * up by itself, among what only root can have put there, and it starts it only if it is the one that is meant.
 *
 * @param folders root's own
 */
public record RootPrograms(RootPlugins own, PluginFolders folders, Self self) implements RootPlugins {

    @Override
    public Map<String, Hosted<?, ?>> of(Path repository, WishedContent content) {
        return own.of(repository, content);
    }

    @Override
    public Map<String, Hosted<?, ?>> of(Path repository, WishedContent content, List<RootProgram> programs)
            throws IOException {
        var all = new LinkedHashMap<>(of(repository, content));
        for (RootProgram program : programs) {
            if (all.put(program.plugin().text(), hosted(program, repository)) != null) {
                throw new IOException(program.plugin() + " is a plugin of twin itself, or named twice");
            }
        }
        return all;
    }

    private Hosted<?, ?> hosted(RootProgram program, Path repository) throws IOException {
        var kind = kind(program);
        var backend = new PluginBackend(program.plugin().text(), kind, repository, () -> checked(program), true, self);
        return new Hosted<>(kind, backend);
    }

    private static Foreign kind(RootProgram program) throws IOException {
        return switch (ForeignSchema.read(program.schema())) {
            case Reading.Value<ForeignSchema>(var schema) -> new Foreign(schema);
            case Reading.Wrong<ForeignSchema>(var problems) ->
                throw new IOException("the schema of " + program.plugin() + " is none: " + problems.getFirst());
        };
    }

    private Path checked(RootProgram program) throws IOException {
        var found = folders.find(program.program());
        if (!found.isOfRoot()) {
            throw new IOException(found.path() + " is not root's");
        }
        if (!found.digest().equals(program.digest())) {
            throw new IOException(found.path()
                    + " is not the program that was trusted; look at it, then: twin plugins trust " + program.plugin());
        }
        return found.path();
    }
}

package dev.twinsync.os.worker;

import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.Self;
import dev.twinsync.os.plugins.FoundProgram;
import dev.twinsync.os.plugins.PluginFolders;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The programs of other people on this machine, of which a twin elsewhere knows the name and the digest. It is believed in nothing else:
 * where a program is is looked up here, and it is started only if it is the one that is meant.
 *
 * @param folders in which they may be
 * @param self who starts them
 */
public record NamedPrograms(PluginFolders folders, Self self) {

    /** @throws IOException in words where there is none of that name, or others may have put it there */
    FoundProgram find(ProgramName name) throws IOException {
        return folders.find(name);
    }

    /** @param needsRoot whether only root may carry out what it does: then only root may have put it there */
    Hosted<?, ?> hosted(RootProgram program, boolean needsRoot, Path repository) throws IOException {
        var kind = kind(program);
        return new Hosted<>(
                kind,
                new PluginBackend(
                        program.plugin().text(), kind, repository, () -> checked(program, needsRoot), needsRoot, self));
    }

    private static Foreign kind(RootProgram program) throws IOException {
        return switch (ForeignSchema.read(program.schema())) {
            case Reading.Value<ForeignSchema>(var schema) -> new Foreign(schema);
            case Reading.Wrong<ForeignSchema>(var problems) ->
                throw new IOException("the schema of " + program.plugin() + " is none: " + problems.getFirst());
        };
    }

    private Path checked(RootProgram program, boolean needsRoot) throws IOException {
        var found = find(program.program());
        if (needsRoot && !found.isOfRoot()) {
            throw new IOException(found.path() + " is not root's");
        }
        if (!found.digest().equals(program.digest())) {
            throw new IOException(found.path()
                    + " is not the program that was trusted; look at it, then: twin plugins trust " + program.plugin());
        }
        return found.path();
    }
}

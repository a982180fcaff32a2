package dev.twinsync.cli.plugins;

import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.foreign.ForeignWish;
import dev.twinsync.domain.plugin.PluginDescriptor;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.os.worker.PluginLaws;
import dev.twinsync.os.worker.PluginVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tries the laws of plugins on a program, by what its own descriptor and schema say. */
record ProgramCheck(String plugin, Foreign kind) {

    private static final int LONGEST = 1 << 20;

    /** @param folder with {@code plugin.yaml} and {@code schema.yaml} */
    static ProgramCheck in(Path folder) throws IOException {
        var descriptor = read(folder.resolve("plugin.yaml"), PluginDescriptor.SHAPE::read);
        var schema = read(folder.resolve("schema.yaml"), ForeignSchema::read);
        if (descriptor.provides().state().stream().noneMatch(schema.fragment()::equals)) {
            throw new IOException(folder.resolve("schema.yaml") + " is of " + schema.fragment()
                    + ", which its plugin.yaml does not provide");
        }
        return new ProgramCheck(descriptor.name().text(), new Foreign(schema));
    }

    /**
     * Where a program is: as it is named, or, of a bare name, in the folders of plugins. What is called so where twin was called is not
     * meant, as a shell does not mean it: that place is mostly the repository, into which others write.
     *
     * @throws IOException in words where it is nowhere
     */
    static Path program(Path named, PluginFolders folders) throws IOException {
        var here = named.toAbsolutePath().normalize();
        if (named.getNameCount() > 1 || named.isAbsolute()) {
            return here;
        }
        try {
            return folders.find(programName(named)).path();
        } catch (IOException nowhere) {
            throw Files.isRegularFile(here)
                    ? new IOException(nowhere.getMessage() + "; to try the one that is here: ./" + named, nowhere)
                    : nowhere;
        }
    }

    private static ProgramName programName(Path named) throws IOException {
        try {
            return new ProgramName(named.toString());
        } catch (IllegalArgumentException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    List<PluginVerdict> of(Path program, Optional<Path> wish) throws IOException {
        if (!Files.isExecutable(program) || Files.isDirectory(program)) {
            throw new IOException(program
                    + " is no program that may be run: it must be a file with the right to be executed (chmod +x)");
        }
        Shape<List<ForeignWish>> document = FragmentShapes.desired(kind);
        var wishes = wish.isPresent() ? read(wish.get(), document::read) : List.<ForeignWish>of();
        return PluginLaws.of(plugin, kind, program, wishes);
    }

    private static <T> T read(Path file, Function<Tree, Reading<T>> shape) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + file);
        }
        try (var in = Files.newInputStream(file)) {
            return switch (YamlTree.read(file.toString(), in.readNBytes(LONGEST))
                    .then(shape)) {
                case Reading.Value<T>(var value) -> value;
                case Reading.Wrong<T>(var problems) -> throw new Unreadable(problems);
            };
        }
    }
}

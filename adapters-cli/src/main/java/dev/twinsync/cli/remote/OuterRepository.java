package dev.twinsync.cli.remote;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.ShellWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A repository of Git that the folder of another one lies in, as where somebody keeps all of their home in one. */
public record OuterRepository(Path outer, Path inner) {

    /** @param inner the absolute path of the folder */
    public static Optional<OuterRepository> around(Path inner) {
        return Stream.iterate(inner.getParent(), above -> above != null, Path::getParent)
                .filter(above -> Files.exists(above.resolve(".git")))
                .findFirst()
                .map(outer -> new OuterRepository(outer, inner));
    }

    /** What {@code git add} would make of it there, and how to keep it out. */
    public String advice() {
        var line = "/" + outer.relativize(inner) + "/";
        return Printable.of(inner + " lies in another Git repository, " + outer
                + ", which would take it for a submodule; keep it out of that one: echo " + ShellWord.of(line) + " >>"
                + ShellWord.of(outer.resolve(".gitignore")));
    }
}

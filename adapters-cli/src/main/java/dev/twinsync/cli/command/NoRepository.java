package dev.twinsync.cli.command;

import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.flow.view.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a twin repository was expected and there is none, or none that may be looked into.
 *
 * @param current the folder that the command was started in, which does not choose the repository: what is in it may be anybody's
 */
record NoRepository(TwinHome home, Path root, Path current) {

    static NoRepository at(Path root, TwinHome home) {
        return new NoRepository(home, root, Path.of("").toAbsolutePath());
    }

    Exit told(Console console) {
        if (!Files.notExists(root.resolve(Layout.CONFIGURATION))) {
            console.complain("you may not look into " + root);
            return Exit.ERROR;
        }
        console.complain(
                "there is no twin repository at " + root + " (no " + Layout.CONFIGURATION + "); run: twin init");
        around().ifPresent(other ->
                console.complain("you are in the one at " + other + "; to use it, add: --repo " + ShellWord.of(other)));
        home.ofPredecessor()
                .ifPresent(old -> console.complain("the predecessor's repository at " + old
                        + " is still there; to make one of it: twin migrate " + old));
        return Exit.ERROR;
    }

    private Optional<Path> around() {
        return Stream.iterate(current, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve(Layout.CONFIGURATION))
                        && Files.isDirectory(folder.resolve(Layout.STATE)))
                .findFirst();
    }
}

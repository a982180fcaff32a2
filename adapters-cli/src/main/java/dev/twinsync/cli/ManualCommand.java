package dev.twinsync.cli;

import dev.twinsync.cli.manual.ManPages;
import dev.twinsync.cli.terminal.Exit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** For who makes a package of twin. */
@Command(name = "manual", hidden = true, description = "Write one manual page for each command.")
final class ManualCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A folder, as man1; it is made where it is not there.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        var pages = new ManPages(TwinMain.whole(), Version.number()).all();
        Files.createDirectories(folder);
        for (var page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.US_ASCII);
        }
        return Exit.OK.code();
    }
}

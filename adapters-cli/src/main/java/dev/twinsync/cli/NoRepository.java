package dev.twinsync.cli;

import dev.twinsync.flow.Layout;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a twin repository was expected and there is none, or none that may be looked into. */
record NoRepository(TwinHome home, Path root) {

    Exit told(Console console) {
        if (!Files.notExists(root.resolve(Layout.CONFIGURATION))) {
            console.complain("you may not look into " + root);
            return Exit.ERROR;
        }
        console.complain(
                "there is no twin repository at " + root + " (no " + Layout.CONFIGURATION + "); run: twin init");
        home.ofPredecessor()
                .ifPresent(old -> console.complain("the predecessor's repository at " + old
                        + " is still there; to make one of it: twin migrate " + old));
        return Exit.ERROR;
    }
}

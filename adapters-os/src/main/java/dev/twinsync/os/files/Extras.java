package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Access control lists and extended attributes, carried over from the file that is replaced to the one that replaces it. Without its list a
 * file gives its group what the mask of the list says, so none is left behind.
 */
public final class Extras {

    private Extras() {}

    public static void carry(Path from, Path to) throws Refusal {
        if (ExtendedAttributes.mayBeOn(from)) {
            try {
                for (String name : AttributeCalls.names(from)) {
                    carry(name, from, to);
                }
            } catch (IOException failed) {
                throw notCarried("its attributes cannot be listed", failed);
            }
        }
    }

    private static void carry(String name, Path from, Path to) throws Refusal {
        try {
            AttributeCalls.set(to, name, AttributeCalls.value(from, name));
        } catch (IOException failed) {
            throw notCarried(name, failed);
        }
    }

    private static Refusal notCarried(String what, IOException failed) {
        return new Refusal("what is set on the old file besides its mode could not be carried over: " + what + ": "
                + failed.getMessage());
    }
}

package dev.twinsync.cli;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.HostAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Of which other machine a repository is, as far as it was used for one: who forgets to name it must not put this machine in its
 * place. It is noted outside of the repository, which others may write to, and never names where to go.
 *
 * @param note a file of twin's own
 */
record Whereabouts(Path note) {

    /** The machine that the repository was last used for; empty: this one, as far as is known. */
    Optional<String> elsewhere() throws IOException {
        var found = folder().find(name());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(found.get()).strip());
    }

    /**
     * Why this machine must not be put in the place of another one; empty: the repository is that of this one.
     *
     * @param instead what to do about it, given the other machine
     */
    Optional<String> refusal(UnaryOperator<String> instead) throws IOException {
        return elsewhere()
                .map(machine -> "this repository is that of " + machine + "; " + instead.apply(machine)
                        + ", or, if it is to be that of this machine from now on: rm " + ShellWord.of(note));
    }

    void note(HostAddress host) throws IOException {
        if (!elsewhere().equals(Optional.of(host.toString()))) {
            folder().make();
            folder().put(name(), file -> file.write((host + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private PrivateFolder folder() {
        return new PrivateFolder(note.getParent());
    }

    private String name() {
        return note.getFileName().toString();
    }
}

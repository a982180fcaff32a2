package dev.twinsync.cli.wiring;

import dev.twinsync.cli.machine.Owner;
import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.os.system.LinuxHost;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Of which machine a repository is, as far as it was used for one: neither may this machine be put in the place of another one nor
 * another one in the place of it. It is noted outside of the repository, which others may write to, and never names where to go.
 *
 * @param note a file of twin's own
 * @param here the identity of this machine; empty: it has none
 * @param isInUse whether there is a repository: what was noted of one that is gone says nothing of the next
 */
public record Whereabouts(Path note, Optional<Digest> here, boolean isInUse) {

    /** Where this machine keeps it. */
    public static Whereabouts of(StateFolder state, TwinRepo repo) throws IOException {
        var here = new LinuxHost(new SystemCommandRunner()).identity().found();
        return new Whereabouts(
                state.whereabouts(repo.root()),
                here,
                repo.exists() || repo.head().isPresent());
    }

    /** The machine that the repository is of; empty: none that is known. */
    public Optional<Owner> owner() throws IOException {
        var found = isInUse ? folder().find(name()) : Optional.<Path>empty();
        return found.isEmpty() ? Optional.empty() : Optional.of(read(found.get()));
    }

    private static Owner read(Path file) throws IOException {
        try {
            return Owner.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IOException(
                    file
                            + " is to say of which machine this repository is and cannot be read; take it away, and name the"
                            + " machine with --host unless it is this one: rm " + ShellWord.of(file),
                    unreadable);
        }
    }

    /**
     * Why this machine must not be put in the place of another one; empty: the repository is that of this one.
     *
     * @param instead what to do about it, given the other machine
     */
    public Optional<String> refusal(UnaryOperator<String> instead) throws IOException {
        return owner().filter(owner -> !isThisMachine(owner))
                .map(owner -> "this repository is that of " + owner.name() + "; " + instead.apply(owner.name())
                        + ", or, if it is to be that of this machine from now on: rm " + ShellWord.of(note));
    }

    /** It is, too, when it was set up anew since it was noted, and whatever it was called. */
    private boolean isThisMachine(Owner owner) {
        return owner.address().isEmpty() || isHere(owner.identity());
    }

    private boolean isHere(Optional<Digest> identity) {
        return here.isPresent() && here.equals(identity);
    }

    /** Notes that it is that of this machine, if that can be told from others. */
    void noteThisMachine() throws IOException {
        if (here.isPresent()) {
            note(Owner.here(here.get()));
        }
    }

    /**
     * Notes that it is that of a machine which was gone to, under the name that it has now. What was only reached in another way, and
     * is this machine, is not noted.
     *
     * @throws OfAnotherMachine where it is that of another one
     */
    public void noteVisited(HostAddress address, Optional<Digest> identity) throws IOException {
        var found = new Owner(Optional.of(address), identity);
        var other = owner().filter(owner -> owner.isAnother(found))
                .filter(owner -> !isHere(identity) || !isThisMachine(owner));
        if (other.isPresent()) {
            throw new OfAnotherMachine(refusal(other.get(), address));
        }
        if (!isHere(identity)) {
            note(found);
        }
    }

    /** For who makes a repository in the place of one that is gone, and does not know yet of which machine. */
    public void forget() throws IOException {
        if (!isInUse) {
            Files.deleteIfExists(note);
        }
    }

    private String refusal(Owner owner, HostAddress visited) {
        return "this repository is that of " + owner.name() + ", and " + visited + " is another machine; each needs a"
                + " repository of its own: twin init --repo DIR --host " + visited + ", or, if it is to be that of "
                + visited + " from now on: rm " + ShellWord.of(note);
    }

    private void note(Owner owner) throws IOException {
        if (!owner().equals(Optional.of(owner))) {
            folder().make();
            folder().put(name(), file -> file.write(owner.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private PrivateFolder folder() {
        return new PrivateFolder(note.getParent());
    }

    private String name() {
        return note.getFileName().toString();
    }
}

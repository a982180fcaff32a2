package dev.twinsync.cli.machine;

import dev.twinsync.domain.Digest;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.KeptContent;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where twin keeps on the machine what is no business of the repository. Root's is {@code /var/lib/twin} whatever the
 * environment says; anybody else's is {@code TWIN_STATE}, else {@code ~/.local/state/twin}.
 */
public record StateFolder(Path path) {

    /** What a test and a rehearsal start twin with, so that it leaves the real one alone. */
    public static final String PROPERTY = "twin.state";

    public static final StateFolder OF_ROOT = new StateFolder(Path.of("/var/lib/twin"));
    private static final String VARIABLE = "TWIN_STATE";

    public static StateFolder ofThisProcess() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(named -> new StateFolder(Path.of(named).toAbsolutePath()))
                .orElseGet(() -> of(Self.ofThisProcess(), TwinHome.ofThisProcess()));
    }

    static StateFolder of(Self self, TwinHome home) {
        return self.isRoot() ? OF_ROOT : new StateFolder(ofUser(home.environment(), home.home()));
    }

    private static Path ofUser(Map<String, String> environment, Path home) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> home.resolve(".local/state/twin"))
                .toAbsolutePath()
                .normalize();
    }

    /** For the runs of one repository, the same by whatever name it is called. */
    public Path runs(Path repository) throws IOException {
        return path.resolve("runs").resolve(name(repository));
    }

    /** For what the last command knew of one repository and its machine. */
    public Path memory(Path repository) throws IOException {
        return path.resolve("memory").resolve(name(repository));
    }

    /**
     * For the runs of one repository on another machine.
     *
     * @param machine which one; empty: it has no identity, so there is only one such
     */
    public Path runsOf(Path repository, Optional<Digest> machine) throws IOException {
        var which = machine.map(digest -> digest.text().substring(digest.text().indexOf(':') + 1))
                .orElse("unknown");
        return path.resolve("runs-elsewhere").resolve(name(repository) + "-" + which);
    }

    /** Of which machine one repository is. */
    public Path whereabouts(Path repository) throws IOException {
        return path.resolve("elsewhere").resolve(name(repository));
    }

    /** For what is handed over by twins of other machines that are served here. */
    public Path visits() {
        return path.resolve("visits");
    }

    /** For what came into one repository from elsewhere. */
    public Path pulled(Path repository) throws IOException {
        return path.resolve("pulled").resolve(name(repository));
    }

    private static String name(Path repository) throws IOException {
        var place = place(repository).toString();
        var digest = Sha256.of(place.getBytes(StandardCharsets.UTF_8)).text();
        return digest.substring(digest.indexOf(':') + 1);
    }

    /** Where it is, or will be once it is made: the same before and after. */
    private static Path place(Path repository) throws IOException {
        if (Files.exists(repository)) {
            return repository.toRealPath();
        }
        var path = repository.toAbsolutePath().normalize();
        return place(path.getParent()).resolve(path.getFileName());
    }

    /** For what is handed over to the root side; made anew each time. */
    public Path handover() {
        return path.resolve("worker");
    }

    /** For a change of Home Assistant's configuration that is under way. */
    public Path homeAssistant() {
        return path.resolve("home-assistant");
    }

    /** For what git needs while twin fetches or sends. */
    public Path remotes() {
        return path.resolve("remotes");
    }

    /** What files held before they were replaced or removed. @param days for how long whoever keeps it there wants it */
    public KeptContent backups(long days) {
        return new KeptContent(path.resolve("backup"), days);
    }

    /** What of it nobody wants any more. @param days for how long whoever is at work wants what is there */
    public void forgetBackups(long days) throws IOException {
        backups(days).prune(Instant.now());
    }

    /** For what nobody else may ever read. */
    public Path keys() {
        return path.resolve("keys");
    }
}

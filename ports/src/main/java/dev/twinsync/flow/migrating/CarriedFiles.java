package dev.twinsync.flow.migrating;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.SecretPlaces;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.flow.migrating.OldFile.Content;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SecretGate;
import dev.twinsync.port.Sha256;
import dev.twinsync.port.TwinRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings the content of files to {@code filesystem/} and makes wishes of them, unless twin keeps no such content. */
final class CarriedFiles {

    private static final String ITS_PACKAGE =
            "is what its package brought, and nobody changed it; twin leaves it to the package";
    private static final String OWN =
            "belongs to this one machine, or is made by it; twin mirrors no such file by itself";
    private static final String HIDDEN = "may not be read by everybody on its machine, and twin keeps no such content";

    private final TwinRepo repo;
    private final SecretGate gate;
    private final Ledger ledger;
    private final Sight sight;

    CarriedFiles(TwinRepo repo, SecretGate gate, Ledger ledger, Optional<FileMirror> mirror, List<OldFile> files) {
        this.repo = repo;
        this.gate = gate;
        this.ledger = ledger;
        this.sight = Sight.of(mirror, files);
    }

    /**
     * What the machine has, if twin runs on it.
     *
     * @param captured what twin would record there by itself
     */
    private record Sight(Optional<FileMirror> mirror, Map<String, LiveFile> live, Set<String> captured) {

        static Sight of(Optional<FileMirror> mirror, List<OldFile> files) {
            var keys = files.stream().map(OldFile::path).collect(Collectors.toSet());
            return mirror.map(there -> new Sight(
                            mirror,
                            seen(there.observe(new Scope.Only(keys))),
                            seen(there.observe(Scope.everything())).keySet()))
                    .orElseGet(() -> new Sight(Optional.empty(), Map.of(), Set.of()));
        }

        private static Map<String, LiveFile> seen(Observation<LiveFile> observation) {
            var live = new HashMap<String, LiveFile>();
            if (observation instanceof Observation.Seen<LiveFile>(var found, var _)) {
                found.forEach(file -> live.put(file.key(), file));
            }
            return live;
        }

        Optional<LiveFile.Regular> file(TargetPath path) {
            return Optional.ofNullable(live.get(path.text()))
                    .filter(LiveFile.Regular.class::isInstance)
                    .map(LiveFile.Regular.class::cast);
        }
    }

    List<DesiredFile> wishes(List<OldFile> files) throws IOException {
        var leavesOut = CaptureRules.DEFAULT.leavesOut();
        var wishes = new ArrayList<DesiredFile>();
        for (OldFile file : files) {
            var path = path(file);
            if (path.isPresent() && leavesOut.test(path.get())) {
                leaveOut(file, SecretPlaces.cover(path.get()) ? SecretPlaces.reason() : OWN);
            } else if (path.isPresent()) {
                wish(path.get(), file).ifPresent(wishes::add);
            }
        }
        return wishes.stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    private Optional<TargetPath> path(OldFile file) {
        try {
            var path = new TargetPath(file.path());
            if (file.path().matches(".*\\.twinbak-[0-9]+")) {
                leaveOut(file, "is a copy that the predecessor made before it wrote to the file");
                return Optional.empty();
            }
            TwinPath.mirrorOf(path);
            return Optional.of(path);
        } catch (IllegalArgumentException noPath) {
            leaveOut(file, noPath.getMessage());
            return Optional.empty();
        }
    }

    private void leaveOut(OldFile file, String reason) {
        ledger.leaveOut(file.file(), file.line(), file.line() == 0 ? "" : file.path(), reason);
    }

    private Optional<DesiredFile> wish(TargetPath path, OldFile file) throws IOException {
        var there = sight.file(path);
        var mode = there.map(LiveFile.Regular::mode).or(file::mode);
        if (mode.filter(known -> !known.othersMayRead()).isPresent()) {
            leaveOut(file, HIDDEN);
            return Optional.empty();
        }
        var bytes = bytes(path, file, there);
        if (bytes.isEmpty() || isLeftToItsPackage(path, file, bytes.get(), there) || leaks(file, path, bytes.get())) {
            return Optional.empty();
        }
        var digest = repo.store(TwinPath.mirrorOf(path).text(), new ByteArrayInputStream(bytes.get()));
        return Optional.of(wish(path, digest, file, there));
    }

    private boolean isLeftToItsPackage(TargetPath path, OldFile file, byte[] bytes, Optional<LiveFile.Regular> there) {
        boolean isLeft = there.isPresent()
                && !sight.captured().contains(path.text())
                && there.get().digest().equals(Sha256.of(bytes));
        if (isLeft) {
            leaveOut(file, ITS_PACKAGE);
        }
        return isLeft;
    }

    private boolean leaks(OldFile file, TargetPath path, byte[] bytes) throws IOException {
        var leaks = gate.leaks(TwinPath.mirrorOf(path).text(), new ByteArrayInputStream(bytes));
        leaks.stream().findFirst().ifPresent(leak -> leaveOut(file, secret(leak)));
        return !leaks.isEmpty();
    }

    private static String secret(Leak leak) {
        return "has in line " + leak.line() + " what looks like a secret (" + leak.rule() + "): " + leak.masked();
    }

    /** On its own machine it gets the owner and the mode that it has there. */
    private static DesiredFile wish(TargetPath path, Digest digest, OldFile file, Optional<LiveFile.Regular> there) {
        if (there.isPresent()) {
            var seen = there.get();
            return new Files()
                    .firstWish(new LiveFile.Regular(path, digest, seen.mode(), seen.owner(), seen.group()))
                    .orElseThrow();
        }
        var mode = file.mode().or(() -> Optional.of(new FileMode("0755")).filter(_ -> file.isRunnable()));
        return new DesiredFile.Regular(
                path, TwinPath.mirrorOf(path), mode, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private Optional<byte[]> bytes(TargetPath path, OldFile file, Optional<LiveFile.Regular> there) throws IOException {
        return switch (file.content()) {
            case Content.Whole(var reader) -> reader.read();
            case Content.Missing(var reason) -> {
                leaveOut(file, reason);
                yield Optional.empty();
            }
            case Content.Lossy(var text) -> {
                var whole = there.isPresent() ? fromMachine(path, text) : Optional.<byte[]>empty();
                if (whole.isEmpty()) {
                    leaveOut(
                            file,
                            "lost bytes when it was kept (what is not UTF-8, or ends of lines), so that what is here is not"
                                    + " what it held; to take it from the machine, run there: twin adopt");
                }
                yield whole;
            }
        };
    }

    /** What the machine has, if that is what the predecessor saw before it lost some of it. */
    private Optional<byte[]> fromMachine(TargetPath path, String text) {
        try (var in = sight.mirror().orElseThrow().open(path)) {
            return Optional.of(in.readAllBytes())
                    .filter(bytes -> LossyText.of(bytes).equals(text));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

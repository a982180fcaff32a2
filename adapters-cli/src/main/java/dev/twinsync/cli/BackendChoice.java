package dev.twinsync.cli;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.Layout;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Of several plugins that read the same document, the one that its line {@code backend} names. Where there is no such document
 * yet, the first whose component is on this machine.
 */
record BackendChoice(RepoView repo) {

    /** @param isHere whether its component is on this machine, as far as that can be told at a glance */
    record Candidate(Equipped<?, ?, ?> equipped, BooleanSupplier isHere) {

        private boolean isCalled(String backend) {
            return kind().backends().getFirst().equals(backend);
        }

        private Kind<?, ?, ?> kind() {
            return equipped.plugin().kind();
        }
    }

    /** @param candidates of one kind, the usual one first */
    Equipped<?, ?, ?> among(List<Candidate> candidates) throws IOException {
        var named = named(candidates.getFirst().kind());
        return candidates.stream()
                .filter(candidate -> named.map(candidate::isCalled).orElseGet(candidate.isHere()::getAsBoolean))
                .findFirst()
                .orElseGet(candidates::getFirst)
                .equipped();
    }

    /** What cannot be read names nothing here; whoever reads the wishes tells what is wrong with it. */
    private Optional<String> named(Kind<?, ?, ?> kind) throws IOException {
        var path = Layout.desired(kind).path();
        return switch (repo.read(new Document<>(path, FragmentShapes.backend(), ""))) {
            case Reading.Value<Optional<Optional<String>>>(var document) -> document.flatMap(name -> name);
            case Reading.Wrong<Optional<Optional<String>>>(var _) -> Optional.empty();
        };
    }
}

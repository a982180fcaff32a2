package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Of several plugins that read the same document, the one that its line {@code backend} names. Where there is no such document
 * yet, the first whose component is on the machine.
 */
record BackendChoice(RepoView repo, Machine machine) {

    /** @param candidates of one document, the usual one first */
    BuiltIn among(List<BuiltIn> candidates) throws IOException {
        var usual = candidates.getFirst();
        if (candidates.size() == 1) {
            return usual;
        }
        var named = named(usual.kind());
        return candidates.stream()
                .filter(plugin ->
                        named.map(backend -> isCalled(plugin, backend)).orElseGet(() -> plugin.isOn(machine)))
                .findFirst()
                .orElse(usual);
    }

    private static boolean isCalled(BuiltIn plugin, String backend) {
        return plugin.kind().backends().getFirst().equals(backend);
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

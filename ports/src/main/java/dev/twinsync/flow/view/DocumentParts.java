package dev.twinsync.flow.view;

import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Document;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents that are to be written, some of which several plugins have a part in. */
public final class DocumentParts {

    private final Map<String, String> headings = new LinkedHashMap<>();
    private final Map<String, List<Tree.Entry>> lines = new LinkedHashMap<>();

    public <T> void add(Document<T> document, T value) {
        headings.put(document.path(), document.heading());
        if (document.shape().write(value) instanceof Tree.Mapping part) {
            lines.computeIfAbsent(document.path(), _ -> new ArrayList<>()).addAll(part.entries());
        }
    }

    public void writeTo(TwinRepo repo) throws IOException {
        for (Map.Entry<String, List<Tree.Entry>> document : lines.entrySet()) {
            var whole = Tree.map();
            document.getValue().forEach(line -> whole.put(line.key(), line.value()));
            repo.write(new Document<>(document.getKey(), Shape.tree(), headings.get(document.getKey())), whole.build());
        }
    }
}

package dev.twinsync.flow;

import dev.twinsync.domain.plan.Former;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What things were before, put together from several sources: for each thing the first one counts. */
final class Formers {

    private final Map<String, List<Former<?, ?, ?>>> byPlugin = new LinkedHashMap<>();

    static Formers of(List<Former<?, ?, ?>> formers) {
        return new Formers().and(formers);
    }

    Formers and(List<Former<?, ?, ?>> later) {
        later.forEach(this::add);
        return this;
    }

    void add(Former<?, ?, ?> later) {
        byPlugin.computeIfAbsent(later.plugin(), _ -> new ArrayList<>()).add(later);
    }

    List<Former<?, ?, ?>> all() {
        return byPlugin.values().stream().<Former<?, ?, ?>>map(Former::together).toList();
    }
}

package dev.twinsync.flow;

import dev.twinsync.domain.plan.Former;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What things were before, put together from several sources: for each thing the first one counts. */
final class Formers {

    private final Map<String, Former<?, ?, ?>> byPlugin = new LinkedHashMap<>();

    static Formers of(List<Former<?, ?, ?>> formers) {
        return new Formers().and(formers);
    }

    Formers and(List<Former<?, ?, ?>> later) {
        later.forEach(this::add);
        return this;
    }

    void add(Former<?, ?, ?> later) {
        byPlugin.merge(later.plugin(), later, Former::and);
    }

    List<Former<?, ?, ?>> all() {
        return List.copyOf(byPlugin.values());
    }
}

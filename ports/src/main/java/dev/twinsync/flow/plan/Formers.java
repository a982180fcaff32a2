package dev.twinsync.flow.plan;

import dev.twinsync.domain.plan.Former;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What things were before, put together from several sources: for each thing the first one counts. */
public final class Formers {

    private final Map<String, List<Former<?, ?, ?>>> byPlugin = new LinkedHashMap<>();

    public static Formers of(List<Former<?, ?, ?>> formers) {
        return new Formers().and(formers);
    }

    public Formers and(List<Former<?, ?, ?>> later) {
        later.forEach(this::add);
        return this;
    }

    public void add(Former<?, ?, ?> later) {
        byPlugin.computeIfAbsent(later.plugin(), _ -> new ArrayList<>()).add(later);
    }

    public List<Former<?, ?, ?>> all() {
        return byPlugin.values().stream().<Former<?, ?, ?>>map(Former::together).toList();
    }
}

package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.flow.plan.Formers;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.View;
import java.util.ArrayList;
import java.util.List;

/** Looks into all transactions that were cut off. */
final class Probes {

    private final View view;
    private final Hands hands;
    private final Ledger ledger;
    private final Formers found = new Formers();
    private final List<String> unclear = new ArrayList<>();

    Probes(View view, Hands hands, Ledger ledger) {
        this.view = view;
        this.hands = hands;
        this.ledger = ledger;
    }

    void probe(List<Section<?, ?, ?>> undecided) {
        for (Section<?, ?, ?> transaction : undecided) {
            view.plugin(transaction.plugin()).ifPresent(plugin -> probe(plugin, transaction));
        }
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void probe(
            Plugin<D, L, A> plugin, Section<?, ?, ?> transaction) {
        var probe = new Probe<>(plugin.sectionOf(List.of(transaction)), hands.backend(plugin), ledger);
        found.add(probe.probe());
        unclear.addAll(probe.unclear());
    }

    /** What a person has to look at, each in a sentence. */
    List<String> unclear() {
        return List.copyOf(unclear);
    }

    /** What all those things are now. */
    List<Former<?, ?, ?>> found() {
        return found.all();
    }
}

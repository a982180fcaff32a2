package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Nothing;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be shown of an add-on's options: of what the add-on calls a password, of what looks like a secret, and of what is wished
 * for by reference, a mask, by which its change can be seen. What the wish says itself in the same words may be seen.
 *
 * @param asked the options that are wished for, by name
 */
public record Discretion(Redaction redaction, Map<String, OptionValue> asked) {

    private static final OptionShape SHAPE = new OptionShape();

    public Discretion {
        asked = Map.copyOf(asked);
    }

    public LivePart.Addon over(LivePart.Addon seen) {
        var shown = new TreeMap<String, OptionValue>();
        seen.settings()
                .options()
                .forEach((name, value) -> shown.put(name, over(value, Optional.ofNullable(asked.get(name)))));
        return seen.with(seen.settings().withOptions(named(shown)));
    }

    /** With masks for what is a secret by its name: {@code password}. */
    private Map<String, OptionValue> named(Map<String, OptionValue> options) {
        var masked = redaction.tree(SHAPE.write(new Table(options)));
        return SHAPE.read(masked) instanceof Reading.Value<OptionValue>(Table(var values)) ? values : Map.of();
    }

    private OptionValue over(OptionValue seen, Optional<OptionValue> wish) {
        if (wish.filter(asks -> asks instanceof FromFile || asks instanceof Keep)
                .isPresent()) {
            return masked(seen);
        }
        return switch (seen) {
            case Hidden(var secret) -> masked(secret);
            case Several(var values) -> new Several(over(values, wish));
            case Table(var values) -> new Table(over(values, wish));
            case Text _, Number _, Truth _, Nothing(), FromFile _, Keep() -> seen;
        };
    }

    private List<OptionValue> over(List<OptionValue> values, Optional<OptionValue> wish) {
        var wishes = wish.map(asks -> asks instanceof Several(var several) ? several : List.<OptionValue>of())
                .orElse(List.of());
        var shown = new ArrayList<OptionValue>();
        for (int at = 0; at < values.size(); at++) {
            shown.add(over(values.get(at), at < wishes.size() ? Optional.of(wishes.get(at)) : Optional.empty()));
        }
        return shown;
    }

    private Map<String, OptionValue> over(Map<String, OptionValue> values, Optional<OptionValue> wish) {
        var wishes = wish.map(asks -> asks instanceof Table(var table) ? table : Map.<String, OptionValue>of())
                .orElse(Map.of());
        var shown = new TreeMap<String, OptionValue>();
        values.forEach((name, value) -> shown.put(name, over(value, Optional.ofNullable(wishes.get(name)))));
        return shown;
    }

    private OptionValue masked(OptionValue secret) {
        var plain = uncovered(secret);
        var words = plain instanceof Text(var text) ? text : SHAPE.write(plain).inline();
        return new Text(Mask.of(redaction.fingerprints().of(words)));
    }

    /** For its fingerprint alone. */
    private static OptionValue uncovered(OptionValue value) {
        return switch (value) {
            case Hidden(var secret) -> uncovered(secret);
            case Several(var values) ->
                new Several(values.stream().map(Discretion::uncovered).toList());
            case Table(var values) -> {
                var all = new TreeMap<String, OptionValue>();
                values.forEach((name, one) -> all.put(name, uncovered(one)));
                yield new Table(all);
            }
            case Text _, Number _, Truth _, Nothing(), FromFile _, Keep() -> value;
        };
    }
}

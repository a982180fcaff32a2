package dev.twinsync.domain.foreign;

import dev.twinsync.domain.foreign.Value.Table;
import dev.twinsync.domain.foreign.Value.Text;
import dev.twinsync.domain.foreign.Value.Texts;
import dev.twinsync.domain.secrets.Redaction;
import java.util.Map;

/** Puts masks into what lines say: by what it is, by what the line is called, and where the schema calls it a secret. */
record Masker(Redaction redaction) {

    Value of(Line line, Value value) {
        return switch (value) {
            case Text(var text) when line.isSecret() -> new Text(redaction.whole(text));
            case Text(var text) ->
                new Text(redaction.values(Map.of(line.name(), text)).get(line.name()));
            case Texts(var items) ->
                new Texts(items.stream()
                        .map(item -> redaction.values(Map.of(line.name(), item)).get(line.name()))
                        .toList());
            case Table(var lines) -> new Table(redaction.values(lines));
            case Value.Truth _, Value.Whole _ -> value;
        };
    }
}

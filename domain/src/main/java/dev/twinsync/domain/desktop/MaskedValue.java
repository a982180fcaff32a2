package dev.twinsync.domain.desktop;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.secrets.Redaction;
import java.util.Map;

/** A value with masks for the secrets in its texts, found by what they say and by the name of the setting. */
final class MaskedValue {

    private MaskedValue() {}

    static GVariant of(SettingName name, GVariant value, Redaction redaction) {
        return switch (value) {
            case GVariant.Text(var type, var text)
            when type == GType.Basic.STRING ->
                GVariant.Text.of(redaction.values(Map.of(name.text(), text)).get(name.text()));
            case GVariant.Variant(var inside) -> new GVariant.Variant(of(name, inside, redaction));
            case GVariant.Maybe(var of, var inside) ->
                new GVariant.Maybe(of, inside.map(one -> of(name, one, redaction)));
            case GVariant.Array(var of, var items) ->
                new GVariant.Array(
                        of,
                        items.stream().map(item -> of(name, item, redaction)).toList());
            case GVariant.Entry(var type, var key, var inside) ->
                new GVariant.Entry(type, of(name, key, redaction), of(nameOf(key, name), inside, redaction));
            case GVariant.Tuple(var parts) ->
                new GVariant.Tuple(
                        parts.stream().map(part -> of(name, part, redaction)).toList());
            case GVariant.Text _, GVariant.Bool _, GVariant.Whole _, GVariant.Real _ -> value;
        };
    }

    /** A dictionary calls its values by its keys. */
    private static SettingName nameOf(GVariant key, SettingName otherwise) {
        try {
            return key instanceof GVariant.Text(var _, var text) ? new SettingName(text) : otherwise;
        } catch (IllegalArgumentException noName) {
            return otherwise;
        }
    }
}

package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Nearest;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The usual settings: how each is written, of which type it is, and what NetworkManager takes where nothing is said. */
final class SettingTable {

    private SettingTable() {}

    /** @param otherwise the value that counts where there is none; empty: only what is empty counts as that */
    record Row(Form form, Optional<GVariant> otherwise) {}

    private static final Map<SettingKey, Row> ROWS = read(SettingRows.TEXT);

    private static Map<SettingKey, Row> read(String text) {
        var rows = new HashMap<SettingKey, Row>();
        text.lines().forEach(line -> {
            var words = List.of(line.split(" "));
            var form = Form.of(words.get(1));
            words.stream().skip(2).forEach(word -> {
                var parts = word.split("=");
                rows.put(
                        new SettingKey(words.getFirst(), parts[0]),
                        new Row(form, otherwise(form, parts.length > 1 ? Optional.of(parts[1]) : Optional.empty())));
            });
        });
        return Map.copyOf(rows);
    }

    private static Optional<GVariant> otherwise(Form form, Optional<String> word) {
        return switch (form.type()) {
            case GType.Basic.BOOLEAN -> Optional.of(new GVariant.Bool(word.isPresent()));
            case GType.Basic.BYTE, GType.Basic.INT32, GType.Basic.UINT32, GType.Basic.INT64, GType.Basic.UINT64 ->
                Optional.of(new GVariant.Whole((GType.Basic) form.type(), new BigInteger(word.orElse("0"))));
            case GType _ -> Optional.empty();
        };
    }

    static Optional<Form> form(SettingKey setting) {
        return Optional.ofNullable(ROWS.get(setting)).map(Row::form);
    }

    static Optional<GType> type(SettingKey setting) {
        return form(setting).map(Form::type);
    }

    /** What was probably meant by a key that the table does not know. */
    static String hint(SettingKey setting) {
        var known = ROWS.keySet().stream()
                .filter(other -> other.section().equals(setting.section()))
                .map(SettingKey::key)
                .toList();
        return Nearest.hint(setting.key(), known);
    }

    /** Whether a profile without the setting means the same. */
    static boolean isDefault(SettingKey setting, GVariant value) {
        return isEmpty(value)
                || Optional.ofNullable(ROWS.get(setting))
                        .flatMap(Row::otherwise)
                        .filter(value::equals)
                        .isPresent();
    }

    private static boolean isEmpty(GVariant value) {
        return switch (value) {
            case GVariant.Text(var _, var text) -> text.isEmpty();
            case GVariant.Array(var _, var items) -> items.isEmpty();
            case GVariant _ -> false;
        };
    }
}

package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;

/** How the values of settings look in documents: as people write them where twin knows the type, else as GVariant text. */
final class Values {

    private Values() {}

    static Reading<GVariant> read(SettingKey setting, Tree tree) {
        return SettingTable.form(setting)
                .map(form -> form.shape(setting).read(tree))
                .orElseGet(() -> Untyped.read(setting.toString(), SettingTable.hint(setting), tree));
    }

    /** @param value of the type that the setting has, where twin knows it */
    static Tree write(SettingKey setting, GVariant value) {
        return SettingTable.form(setting)
                .map(form -> form.shape(setting).write(value))
                .orElseGet(() -> Untyped.write(value));
    }
}

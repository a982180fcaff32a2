package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GVariant;
import java.util.List;

/** How a bond shares its work: by name, or by the number that the kernel has for it, which NetworkManager tells by name. */
final class BondMode {

    static final SettingKey OPTIONS = new SettingKey("bond", "options");

    private static final String MODE = "mode";
    private static final List<String> BY_NUMBER =
            List.of("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb");

    private BondMode() {}

    /** The options of a bond with the name of its mode. */
    static GVariant named(GVariant options) {
        return options instanceof GVariant.Array(var of, var entries)
                ? new GVariant.Array(of, entries.stream().map(BondMode::entry).toList())
                : options;
    }

    private static GVariant entry(GVariant entry) {
        return entry instanceof GVariant.Entry(var type, var name, GVariant.Text(var text, var value))
                        && Dictionary.name(entry).equals(MODE)
                ? new GVariant.Entry(type, name, new GVariant.Text(text, name(value)))
                : entry;
    }

    private static String name(String mode) {
        int number = mode.length() == 1 ? mode.charAt(0) - '0' : -1;
        return number >= 0 && number < BY_NUMBER.size() ? BY_NUMBER.get(number) : mode;
    }
}
